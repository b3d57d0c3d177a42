package verbalize

// titles are degrees and posts that stand before a name with a dot or without: GS.TSKH. Trần Văn A.
var titles = map[string]bool{"GS": true, "PGS": true, "TS": true, "TSKH": true, "ThS": true, "Ths": true, "BS": true, "Bs": true, "KS": true, "KTS": true, "LS": true, "DS": true, "CN": true,
	"CKI": true, "CKII": true, "BSCKI": true, "BSCKII": true, "NCS": true, "NGND": true, "NGƯT": true, "NSND": true, "NSƯT": true, "TTND": true, "TTƯT": true, "Cty": true, "CTy": true,
	"Mr": true, "Mrs": true, "Ms": true, "Dr": true, "St": true, "Đ/c": true}

// titleDot says whether token i is the dot after a title that a name or another title follows, which is no pause.
func (c *context) titleDot(i int) bool {
	if !c.is(i, ".") || c.kind(i-1) != word || !titles[c.at(i-1).text] {
		return false
	}
	t := c.at(c.over(i + 1))
	return t.kind == word && capitalised(t.text)
}

// posts follow "quyền" and "phó", which offices shorten to one letter: Q. Giám đốc, P. Chủ tịch.
var posts = cues("giám đốc", "tổng giám đốc", "chủ tịch", "trưởng phòng", "trưởng ban", "trưởng thôn", "trưởng khoa", "trưởng trạm", "trưởng công an", "viện trưởng", "vụ trưởng",
	"cục trưởng", "chi cục trưởng", "bộ trưởng", "hiệu trưởng", "chánh văn phòng", "chánh thanh tra", "chánh án", "bí thư", "tổng biên tập", "thủ tướng", "tổng thống", "trưởng đoàn",
	"đội trưởng", "tổng cục trưởng", "đồn trưởng", "gđ", "tgđ", "thủ trưởng", "chủ nhiệm", "tổng thư ký", "thống đốc")

// departments follow "phòng" and "trung tâm"; no ward, town or district bears such a name.
var departments = cues("nội vụ", "tài chính", "văn hóa", "giáo dục", "kinh tế", "tư pháp", "y tế", "nông nghiệp", "tài nguyên", "lao động", "hành chính", "tổ chức", "kế hoạch", "kỹ thuật",
	"kinh doanh", "công tác", "đào tạo", "quản lý", "cảnh sát", "hậu cần", "kế toán", "công nghệ", "dân tộc", "công thương", "công chứng", "thanh tra", "hội nghị", "đăng kiểm", "ngoại ngữ",
	"tin học", "nghiên cứu", "kiểm soát", "kiểm định", "hỗ trợ", "bảo trợ", "xúc tiến", "lưu trữ", "sát hạch", "nước sạch", "quan trắc", "thể thao", "chính trị", "anh ngữ", "ứng dụng",
	"chăm sóc", "điều hành", "chuyển đổi", "tổng hợp", "khoa học", "thông tin", "truyền thông", "dịch vụ", "khám", "xét nghiệm", "dược", "điều dưỡng", "vật tư", "nghiệp vụ", "pháp chế")
