package verbalize

// documentTypes are the groups of a document's number that name its kind.
var documentTypes = map[string]string{
	"QĐ": "Quyết định", "NĐ": "Nghị định", "NQ": "Nghị quyết", "TT": "Thông tư", "TTLT": "Thông tư liên tịch", "NQLT": "Nghị quyết liên tịch", "CT": "Chỉ thị", "CV": "Công văn",
	"KH": "Kế hoạch", "BC": "Báo cáo", "TB": "Thông báo", "TTr": "Tờ trình", "TTR": "Tờ trình", "HD": "Hướng dẫn", "GM": "Giấy mời", "CĐ": "Công điện",
	"BB": "Biên bản", "QC": "Quy chế", "HĐ": "Hợp đồng", "PL": "Pháp lệnh", "L": "Luật", "VBHN": "Văn bản hợp nhất", "KL": "Kết luận", "CTr": "Chương trình", "CTR": "Chương trình",
	"ĐA": "Đề án", "PA": "Phương án", "GP": "Giấy phép", "GPXD": "Giấy phép xây dựng", "GCN": "Giấy chứng nhận", "GXN": "Giấy xác nhận", "GGT": "Giấy giới thiệu", "HĐLĐ": "Hợp đồng lao động",
	"HĐKT": "Hợp đồng kinh tế", "QĐi": "Quy định", "QyĐ": "Quy định", "QyC": "Quy chế", "BCTT": "Báo cáo tuyên truyền", "LCT": "Lệnh Chủ tịch nước", "PC": "Phiếu chuyển", "ĐK": "Đăng ký",
}

// documentKinds are the same as they are spoken before a number, with the kinds whose letters mean two of them (QĐ: Quyết định, Quy
// định).
var documentKinds = cues("quyết định", "quy định", "nghị định", "nghị quyết", "thông tư", "thông tư liên tịch", "chỉ thị", "công văn", "kế hoạch", "báo cáo", "thông báo", "tờ trình",
	"hướng dẫn", "giấy mời", "công điện", "biên bản", "quy chế", "hợp đồng", "pháp lệnh", "luật", "văn bản", "kết luận", "chương trình", "đề án", "phương án", "giấy phép",
	"giấy xác nhận", "giấy chứng nhận", "thông tri", "điều lệ", "lệnh", "cv", "nđ", "nq", "qđ", "tt", "ct", "kh", "tb", "bc", "hd", "kl")

// documentBodies are the groups that name who issued it or drew it up.
var documentBodies = offices(map[string]string{
	"CP": "Chính phủ", "TTg": "Thủ tướng Chính phủ", "TTG": "Thủ tướng Chính phủ", "CTN": "Chủ tịch nước", "UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "QH": "Quốc hội",
	"UBTVQH": "Ủy ban Thường vụ Quốc hội", "TVQH": "Thường vụ Quốc hội", "TTHĐND": "Thường trực Hội đồng nhân dân", "ĐĐBQH": "Đoàn đại biểu Quốc hội",
	"BCA": "Bộ Công an", "BQP": "Bộ Quốc phòng", "BNG": "Bộ Ngoại giao", "UBDT": "Ủy ban Dân tộc", "TTCP": "Thanh tra Chính phủ", "NHNN": "Ngân hàng Nhà nước",
	"TANDTC": "Tòa án nhân dân tối cao", "HĐTP": "Hội đồng Thẩm phán", "VKSTC": "Viện Kiểm sát nhân dân tối cao", "VKSNDTC": "Viện Kiểm sát nhân dân tối cao", "KTNN": "Kiểm toán Nhà nước",
	"TW": "Trung ương", "TƯ": "Trung ương", "TU": "Tỉnh ủy", "HU": "Huyện ủy", "ThU": "Thành ủy", "ThiU": "Thị ủy", "ĐU": "Đảng ủy", "ĐUK": "Đảng ủy khối", "CB": "Chi bộ",
	"BTVTU": "Ban Thường vụ Tỉnh ủy", "BTGTU": "Ban Tuyên giáo Tỉnh ủy", "BTCTU": "Ban Tổ chức Tỉnh ủy", "BDVTU": "Ban Dân vận Tỉnh ủy", "UBKTTU": "Ủy ban Kiểm tra Tỉnh ủy",
	"BTGHU": "Ban Tuyên giáo Huyện ủy", "BTCHU": "Ban Tổ chức Huyện ủy", "BDVHU": "Ban Dân vận Huyện ủy", "UBKTHU": "Ủy ban Kiểm tra Huyện ủy",
	"BTGTW": "Ban Tuyên giáo Trung ương", "BTCTW": "Ban Tổ chức Trung ương", "UBKTTW": "Ủy ban Kiểm tra Trung ương", "BDVTW": "Ban Dân vận Trung ương", "VPTW": "Văn phòng Trung ương",
	"BTT": "Ban Thường trực", "VPHC": "vi phạm hành chính", "BTG": "Ban Tuyên giáo", "BDV": "Ban Dân vận", "MTTQ": "Mặt trận Tổ quốc", "MTTW": "Mặt trận Trung ương", "TWĐTN": "Trung ương Đoàn Thanh niên", "TLĐ": "Tổng Liên đoàn",
	"HNDTW": "Trung ương Hội Nông dân", "ĐTN": "Đoàn Thanh niên", "VP": "Văn phòng", "VPQH": "Văn phòng Quốc hội", "VPCP": "Văn phòng Chính phủ", "VPUBND": "Văn phòng Ủy ban nhân dân",
	"BCĐ": "Ban Chỉ đạo", "BCĐQG": "Ban Chỉ đạo quốc gia", "BCHPCTT": "Ban Chỉ huy phòng chống thiên tai", "PCTT": "Phòng chống thiên tai", "BQLDA": "Ban Quản lý dự án", "BTS": "Ban Trị sự",
	"CAT": "Công an tỉnh", "CATP": "Công an thành phố", "CAH": "Công an huyện", "CAX": "Công an xã", "BCH": "Ban Chỉ huy", "BHXH": "Bảo hiểm xã hội", "TCT": "Tổng cục Thuế", "TCHQ": "Tổng cục Hải quan",
	"CCT": "Chi cục Thuế", "CCTHADS": "Chi cục Thi hành án dân sự", "CTHADS": "Cục Thi hành án dân sự", "CVT": "Cục Viễn thông", "ATTT": "An toàn thông tin",
	"VHTT": "Văn hóa và Thông tin", "VHTTDL": "Văn hóa, Thể thao và Du lịch", "VHXH": "Văn hóa Xã hội", "VX": "Văn xã", "KGVX": "Khoa giáo văn xã", "NC": "Nội chính", "TH": "Tổng hợp",
	"KTTH": "Kinh tế tổng hợp", "KTN": "Kinh tế ngành", "KT": "Kinh tế", "CN": "Công nghiệp", "NN": "Nông nghiệp", "NL": "Nông lâm", "QHĐT": "Quy hoạch đô thị", "TCCB": "Tổ chức cán bộ",
	"TCHC": "Tổ chức hành chính", "HCTC": "Hành chính tổ chức", "TTCB": "Tổ chức cán bộ", "PC": "Pháp chế", "DP": "Dự phòng", "KCB": "Khám chữa bệnh", "BVTV": "Bảo vệ thực vật",
	"TTPTQĐ": "Trung tâm Phát triển quỹ đất", "QLĐĐ": "Quản lý đất đai", "GDTrH": "Giáo dục trung học", "GDTH": "Giáo dục tiểu học", "GDMN": "Giáo dục mầm non", "TCKH": "Tài chính Kế hoạch",
	"BCVT": "Bưu chính viễn thông", "CNTT": "Công nghệ thông tin", "XPHC": "Xử phạt hành chính", "XPVPHC": "Xử phạt vi phạm hành chính", "KPHQ": "Khắc phục hậu quả", "ĐT": "Đào tạo",
	"HSST": "hình sự sơ thẩm", "DSST": "dân sự sơ thẩm", "HSPT": "hình sự phúc thẩm", "DSPT": "dân sự phúc thẩm", "HNGĐ": "hôn nhân gia đình", "QĐST": "quyết định sơ thẩm", "HCST": "hành chính sơ thẩm",
	"HNST": "hôn nhân sơ thẩm", "TLST": "thụ lý sơ thẩm", "ST": "sơ thẩm", "PT": "phúc thẩm", "DS": "dân sự", "HS": "hình sự", "KDTM": "kinh doanh thương mại", "THA": "thi hành án",
})

// documentMatters are those of them that name what it is about, not who issued it.
var documentMatters = map[string]bool{"VPHC": true, "XPHC": true, "XPVPHC": true, "KPHQ": true, "TNDN": true, "GTGT": true}

// offices adds the ministries, services and bureaus whose symbol is B, S or P before the letters of their field.
func offices(bodies map[string]string) map[string]string {
	fields := map[string]string{
		"YT": "Y tế", "TC": "Tài chính", "NV": "Nội vụ", "XD": "Xây dựng", "CT": "Công Thương", "TP": "Tư pháp", "NN": "Nông nghiệp", "NNPTNT": "Nông nghiệp và Phát triển nông thôn",
		"NNMT": "Nông nghiệp và Môi trường", "TNMT": "Tài nguyên và Môi trường", "GTVT": "Giao thông vận tải", "KHĐT": "Kế hoạch và Đầu tư", "KHCN": "Khoa học và Công nghệ",
		"LĐTBXH": "Lao động, Thương binh và Xã hội", "GDĐT": "Giáo dục và Đào tạo", "VHTTDL": "Văn hóa, Thể thao và Du lịch", "VHTT": "Văn hóa và Thông tin", "TTTT": "Thông tin và Truyền thông",
		"DL": "Du lịch", "TCKH": "Tài chính Kế hoạch", "KTHT": "Kinh tế và Hạ tầng", "DT": "Dân tộc", "NgV": "Ngoại vụ",
	}
	for letters, field := range fields {
		for letter, office := range map[string]string{"B": "Bộ", "S": "Sở", "P": "Phòng"} {
			if bodies[letter+letters] == "" {
				bodies[letter+letters] = office + " " + field
			}
		}
	}
	return bodies
}
