package verbalize

// currencies are what follows an amount of money (SPEECH.md 2.12).
var currencies = map[string]string{
	"đ": "đồng", "đồng": "đồng", "₫": "đồng", "VND": "đồng", "VNĐ": "đồng", "vnđ": "đồng", "vnd": "đồng", "Đ": "đồng",
	"$": "đô la Mỹ", "USD": "đô la Mỹ", "EUR": "ơ rô", "€": "ơ rô", "JPY": "yên Nhật", "¥": "yên Nhật", "CNY": "nhân dân tệ", "NDT": "nhân dân tệ",
	"£": "bảng Anh", "GBP": "bảng Anh", "KRW": "uôn", "₩": "uôn", "won": "uôn", "LAK": "kíp", "THB": "bạt", "baht": "bạt", "euro": "ơ rô", "Euro": "ơ rô", "yen": "yên",
	"AUD": "đô la Úc", "SGD": "đô la Xinh ga po", "HKD": "đô la Hồng Kông", "CAD": "đô la Ca na đa", "TWD": "đô la Đài Loan", "CHF": "phrăng Thụy Sĩ",
	"RUB": "rúp", "RMB": "nhân dân tệ", "KHR": "riên", "INR": "ru pi", "MYR": "ring gít", "cent": "xen", "US$": "đô la Mỹ", "đô": "đô",
}

// currencyAt reads a currency after a number that ends before token i, with at most one blank between.
func (c *context) currencyAt(i int) (words string, end int, ok bool) {
	j := c.over(i)
	t := c.at(j)
	if words = currencies[t.text]; words == "" {
		return "", 0, false
	}
	if k := c.kind(j + 1); k == word || k == digits || t.text == "Đ" && j > i {
		return "", 0, false
	}
	if c.is(j+1, "/") && slashed[t.text+"/"+c.at(j+2).key] != "" && (j > i || c.kind(j-1) == digits && len(c.at(j-1).text) < 3) {
		return "", 0, false // ngày 2 đ/c Tuấn trực
	}
	return words, j + 1, true
}

// magnitudeAt reads the short and the long words for thousands, millions and milliards after a number that ends before token i.
func (c *context) magnitudeAt(i int) (words string, end int, money, ok bool) {
	j := c.over(i)
	t := c.at(j)
	if t.kind != word || c.kind(j+1) == digits || c.kind(j+1) == word {
		return "", 0, false, false
	}
	switch t.text {
	case "k", "K":
		if t.text == "K" && len(c.at(j-1).text) == 1 && c.kind(j-2) != digits && !c.isAny(j-2, ",.-–") && !moneyCues.near(c, j-1, 12) {
			return "", 0, false, false // thông điệp 5K, màn hình 4K
		}
		if number := c.at(j - 1).text; t.text == "K" && len(number) == 2 && number <= "24" && goldCues.near(c, j-1, 8) {
			return "", 0, false, false // vàng 24K, 18K
		}
		return c.region.thousand(), j + 1, false, j == i
	case "tr":
		return "triệu", j + 1, false, true
	case "M":
		return "triệu", j + 1, false, j == i && viewers.startsAt(c, c.over(j+1)) // 2M view
	case "trđ":
		return "triệu", j + 1, true, true
	}
	if j == i || len(magnitudes[t.key]) == 0 {
		return "", 0, false, false
	}
	words, end = t.text, j+1
	if next := c.at(c.over(end)); c.says(c.over(end), "tỷ", "tỉ") && t.key != next.key {
		words, end = words+" "+next.text, c.over(end)+1
	}
	return words, end, false, true
}

// viewers are counted in thousands and millions where pictures move.
var viewers = cues("view", "views", "lượt", "sub", "follow", "follower", "followers", "like", "likes", "tim", "người")

// moneyCues say that the talk is of money, so that 50k is fifty thousand đồng.
var moneyCues = cues("đồng", "tiền", "giá", "phí", "thu", "phạt", "nộp", "trả", "lương", "thưởng", "cước", "vé")

// matchMoney reads amounts of money with the sign before or after, spans of them, and what they are for.
func matchMoney(c *context, i int) (spoken, int, bool) {
	if said, n, ok := prefixMoney(c, i); ok {
		return said, n, true
	}
	if c.kind(i) != digits && !c.isAny(i, "+-−") || c.glued(i) {
		return spoken{}, 0, false
	}
	a, ok := c.amount(i)
	if !ok {
		return spoken{}, 0, false
	}
	if words, end, ok := c.shortMillions(a); ok {
		more, end := c.pers(end)
		return spoken{text: words + more, findings: a.findings}, end - i, true
	}
	words, end, ok := c.price(a)
	if !ok {
		return spoken{}, 0, false
	}
	said := spoken{text: words, findings: a.findings}
	if j, _, ok := c.rangeMark(end); ok && a.first.start == a.last.start && c.kind(j) == digits {
		if b, ok := c.numeral(j); ok {
			if words, after, ok := c.price(amount{words: c.sayNumeral(b), first: b, last: b, end: b.end}); ok {
				said.text += " đến " + words
				end = after
			}
		}
	}
	more, end := c.pers(end)
	said.text += more
	return said, end - i, true
}

// pointCues say that the talk is of marks.
var pointCues = cues("tổng điểm", "điểm số", "điểm thi", "số điểm", "bảng điểm", "điểm trung bình", "thang điểm")

// price says an amount with its magnitude and currency; one of the two must be there.
func (c *context) price(a amount) (words string, end int, ok bool) {
	words, end = a.words, a.end
	magnitude, after, money, large := c.magnitudeAt(end)
	if large {
		words, end = words+" "+magnitude, after
	}
	if money {
		return words + " đồng", end, true
	}
	if currency, after, ok := c.currencyAt(end); ok {
		if c.at(after-1).text == "đ" && after-1 == end && !large && len(a.last.whole) <= 3 && a.last.plain() && pointCues.near(c, a.first.start, 24) {
			currency = "điểm" // Tổng điểm: nhất khóm 1 (285đ)
		}
		if c.at(after-1).text == "đ" && after-1 == end && !large && a.last.fraction != "" && !a.last.grouped && !c.is(after, "/") {
			currency = "điểm" // đồng has no parts: 9,5đ is a mark
		}
		return words + " " + currency, after, true
	}
	if t := c.at(end - 1); large && (t.text == "k" || t.text == "K") && moneyCues.near(c, a.first.start, 12) {
		words += " đồng"
	}
	return words, end, large
}

// shortMillions reads 3tr2, three million two hundred thousand.
func (c *context) shortMillions(a amount) (words string, end int, ok bool) {
	tail := c.at(a.end + 1)
	if c.at(a.end).text == "k" && a.last.plain() && tail.kind == digits && len(tail.text) == 1 && tail.text != "0" && c.kind(a.end+2) != word && !c.glued(a.first.start) {
		return a.words + " " + c.region.thousand() + " " + digitNames[tail.text[0]-'0'], a.end + 2, true // 3k5
	}
	if c.at(a.end).text != "tr" || tail.kind != digits || len(tail.text) > 3 || tail.text[0] == '0' || c.kind(a.end+2) == word {
		return "", 0, false
	}
	thousands := (tail.text + "00")[:3]
	words, end = a.words+" triệu "+c.region.cardinal(thousands)+" "+c.region.thousand(), a.end+2
	if currency, after, ok := c.currencyAt(end); ok {
		words, end = words+" "+currency, after
	}
	return words, end, true
}

// prefixMoney reads $5, US$5 and €5.
func prefixMoney(c *context, i int) (spoken, int, bool) {
	j := i
	if c.at(j).text == "US" && c.is(j+1, "$") {
		j++
	}
	t, number := c.at(j), c.over(j+1)
	if t.kind != sign || currencies[t.text] == "" || c.kind(number) != digits || number > j+1 && c.kind(j-1) == digits {
		return spoken{}, 0, false
	}
	a, ok := c.amount(number)
	if !ok {
		return spoken{}, 0, false
	}
	words, end := a.words, a.end
	if magnitude, after, _, ok := c.magnitudeAt(end); ok {
		words, end = words+" "+magnitude, after
	}
	more, end := c.pers(end)
	return spoken{text: words + " " + currencies[t.text] + more, findings: a.findings}, end - i, true
}
