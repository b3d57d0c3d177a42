package verbalize

// documentTypes are the groups of a document's number that name its kind.
var documentTypes = map[string]string{
	"QĐ": "Quyết định", "NĐ": "Nghị định", "NQ": "Nghị quyết", "TT": "Thông tư", "TTLT": "Thông tư liên tịch", "CT": "Chỉ thị", "CV": "Công văn",
	"KH": "Kế hoạch", "BC": "Báo cáo", "TB": "Thông báo", "TTr": "Tờ trình", "TTR": "Tờ trình", "HD": "Hướng dẫn", "GM": "Giấy mời", "CĐ": "Công điện",
	"BB": "Biên bản", "QC": "Quy chế", "HĐ": "Hợp đồng", "PL": "Pháp lệnh", "L": "Luật", "VBHN": "Văn bản hợp nhất",
}

// documentBodies are the groups that name who issued it or drew it up.
var documentBodies = map[string]string{
	"CP": "Chính phủ", "TTg": "Thủ tướng Chính phủ", "TTG": "Thủ tướng Chính phủ", "UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "QH": "Quốc hội",
	"UBTVQH": "Ủy ban Thường vụ Quốc hội", "BTTTT": "Bộ Thông tin và Truyền thông", "BCA": "Bộ Công an", "BQP": "Bộ Quốc phòng", "BTC": "Bộ Tài chính",
	"BNV": "Bộ Nội vụ", "BKHCN": "Bộ Khoa học và Công nghệ", "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch", "BGDĐT": "Bộ Giáo dục và Đào tạo",
	"BYT": "Bộ Y tế", "STTTT": "Sở Thông tin và Truyền thông", "SVHTTDL": "Sở Văn hóa, Thể thao và Du lịch", "TU": "Tỉnh ủy", "HU": "Huyện ủy",
	"BTGTU": "Ban Tuyên giáo Tỉnh ủy", "MTTQ": "Mặt trận Tổ quốc", "VP": "Văn phòng", "VHTT": "Văn hóa và Thông tin", "BCVT": "Bưu chính viễn thông",
	"CNTT": "Công nghệ thông tin", "VPQH": "Văn phòng Quốc hội", "VPCP": "Văn phòng Chính phủ", "VHXH": "Văn hóa Xã hội", "NC": "Nội chính", "TH": "Tổng hợp",
}
