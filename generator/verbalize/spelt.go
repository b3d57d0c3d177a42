package verbalize

import "strings"

// spelt says whether the capitals at token i are letters and nothing else, whatever the lexicon makes of them: the text of a message to
// a short number, or the sign of a share.
func (c *context) spelt(i int) bool {
	t := c.at(i)
	return t.shape == capitals && (c.messageLetters(i) || c.shareSign(i) || c.points(i))
}

// messageLetters holds inside a message that a service wants: soạn CA gửi 1414.
func (c *context) messageLetters(i int) bool {
	const most = 12
	j := c.before(i)
	for n := 0; c.at(j).shape == capitals || c.kind(j) == digits || c.isAny(j, `"“”:<[`); n++ {
		if n == most {
			return false
		}
		j = c.before(j)
	}
	if !textingCues.endsAt(c, j) {
		return false
	}
	for j, n := i+1, 0; n < most && !c.barrier(j); j, n = j+1, n+1 {
		if !c.says(j, "gửi", "đến", "tới") {
			continue
		}
		for j = c.over(j + 1); c.says(j, "số", "đến", "tới", "về", "đầu", "tổng", "đài"); {
			j = c.over(j + 1)
		}
		return c.kind(j) == digits
	}
	return false
}

// shareSign holds for three letters after the word for shares, or in a list of them: cổ phiếu SSI, VND và HPG.
func (c *context) shareSign(i int) bool {
	if t := c.at(i); len(t.text) != 3 {
		return false
	}
	j := c.before(i)
	for n := 0; n < longest && (c.at(j).shape == capitals && len(c.at(j).text) == 3 || c.isAny(j, ",:()") || c.says(j, "và", "như", "gồm")); n++ {
		j = c.before(j)
	}
	return tickerCues.endsAt(c, j)
}

var tickerCues = cues("cổ phiếu", "mã cổ phiếu", "mã chứng khoán", "mã ck", "các mã", "nhóm cổ phiếu")

// points holds for the letters of points in a lesson of geometry: tam giác ABC, cạnh BC, AB = 6 cm.
func (c *context) points(i int) bool {
	t := c.at(i)
	return len(t.text) <= 4 && strings.Trim(t.text, "ABCDEFGHIKMNOPQSTXY") == "" && !t.heading && (figuresOfLessons.directly(c, i) || lessonCues.near(c, i, 32))
}

var (
	lessonCues = cues("tam giác", "tứ giác", "hình chữ nhật", "hình vuông", "hình thang", "hình bình hành", "hình thoi", "hình chóp", "hình lập phương", "hình hộp", "lăng trụ", "đoạn thẳng")
	// figuresOfLessons stand right before such letters and mean other things elsewhere.
	figuresOfLessons = cues("đường thẳng", "đường cao", "tia", "cung", "dây cung", "trung tuyến", "phân giác", "cạnh", "cạnh đáy", "vectơ", "góc")
)
