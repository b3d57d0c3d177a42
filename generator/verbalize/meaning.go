package verbalize

import "github.com/vinhlinh/loa/generator/viet"

// meaning is one reading of an abbreviation that has several, with the test that tells it from the others.
type meaning struct {
	said string
	test meaningTest
}

// meaningTest looks round an abbreviation: i is its token, end the token after it and its dot.
type meaningTest func(c *context, i, end int) bool

// contextMeanings are the abbreviations with several meanings (SPEECH.md 2.20) and what offices and newspapers add to them. The first
// meaning whose test holds is read; if none does, the abbreviation is unknown.
var contextMeanings = map[string][]meaning{
	"BC":  {{"báo cáo", either(beforeItsNumber, followed("số", "tổng kết", "sơ kết", "kết quả", "tình hình"), behind("gửi", "nộp", "theo", "đọc", "thông qua"))}},
	"BCT": {{"Bộ Công Thương", around("công thương", "xăng dầu", "điện", "thị trường", "xuất khẩu")}, {"Bộ Chính trị", around("đảng", "tw", "trung ương", "nghị quyết", "ủy viên", "chỉ thị", "kết luận", "bí thư")}},
	"BN":  {{"bệnh nhân", either(followed("nam", "nữ", "nặng", "tái khám", "nội trú", "ngoại trú", "cấp cứu", "bhyt", "được"), around("viện", "bác sĩ", "bs", "điều trị", "khám", "giường", "phòng khám"))}},
	"BP":  {{"biên phòng", either(behind("đồn", "trạm", "bộ đội", "bộ chỉ huy", "lực lượng"), followed("cửa khẩu"))}},
	"BT":  {{"bí thư", either(behind("phó"), followed("đảng ủy", "đoàn", "chi bộ", "chi đoàn", "huyện ủy", "tỉnh ủy", "thành ủy"))}},
	"BKS": {{"biển kiểm soát", beforePlate}, {"ban kiểm soát", around("hđqt", "cổ đông", "htx", "bầu", "đại hội thành viên")}, {"biển kiểm soát", either(beforeNumber, colon)}, {"biển kiểm soát", around("xe", "ô tô", "mô tô")}, {"ban kiểm soát", around("hđqt", "cổ đông", "công ty", "htx", "thành viên", "bầu")}},
	"AB":  {{"a bê", near(4, "nhóm", "máu")}},
	"BS":  {{"bổ sung", behind("sửa đổi", "sđ")}, {"biển số", beforeNumber}, {"bác sĩ", always}},
	"CAT": {{"Công an tỉnh", either(beforeName, near(8, "lưu", "công an"))}},
	"CTN": {{"cấp thoát nước", behind("công ty", "hệ thống", "ngành", "hạ tầng")}, {"Chủ tịch nước", around("lệnh", "quyết định", "tặng", "huân chương", "đặc xá", "quốc hội", "thủ tướng", "phong tặng", "truy tặng")}},
	"ĐBP": {{"Điện Biên Phủ", behind("chiến thắng", "chiến dịch", "chiến sĩ", "đường", "thành phố", "tp", "trận", "mặt trận", "phố")},
		{"Đồn Biên phòng", either(beforeName, around("biên phòng", "cửa khẩu", "bđbp", "biên giới", "tuần tra", "đồn trưởng"))}},
	"GS":  {{"giám sát", behind("đoàn", "tư vấn", "công tác", "kiểm tra", "thanh tra", "ban")}, {"giáo sư", always}},
	"ĐA":  {{"đề án", either(beforeItsNumber, followed("số", "phát triển", "của"), behind("thực hiện", "theo", "xây dựng"))}},
	"ĐU":  {{"Đảng ủy", either(followed("xã", "phường", "thị trấn", "khối", "công an", "quân sự"), near(3, "bí thư", "bt", "pbt", "văn phòng"))}},
	"HV":  {{"hội viên", either(followed("phụ nữ", "nông dân", "ccb", "cựu chiến binh"), around("hội", "chi hội"))}, {"học viên", around("lớp", "học viện", "đào tạo", "tập huấn", "khóa")}},
	"GV":  {{"giảng viên", around("đại học", "đh", "học viện", "sinh viên", "sv", "cao đẳng")}, {"giáo viên", always}},
	"HĐH": {{"hệ điều hành", around("android", "ios", "windows", "linux", "máy tính", "điện thoại", "phần mềm", "cài")}, {"hiện đại hóa", always}},
	"HCV": {{"hát xê vê", around("viêm gan", "virus", "vi rút", "xét nghiệm", "nhiễm", "anti", "hiv", "hbv", "máu", "kháng thể")}, {"huy chương vàng", always}},
	"HKD": {{"đô la Hồng Kông", behind("triệu", "tỷ", "nghìn", "đồng")}, {"hộ kinh doanh", always}},
	"HP":  {{"hát pê", around("máy in", "laptop", "máy tính", "hãng", "mực")}, {"Hải Phòng", behind("tp", "thành phố")}},
	"KP":  {{"khu phố", either(beforeNumber, beforeName, behind("bí thư", "trưởng", "tổ", "các"))}, {"kinh phí", either(behind("hỗ trợ", "nguồn", "bằng", "tổng", "cấp"), followed("thực hiện", "hoạt động", "hỗ trợ"))}},
	"LH": {{"liên hiệp", either(followed("phụ nữ", "thanh niên", "các hội", "htx", "hợp tác xã"), behind("hội"))},
		{"liên hệ", either(beforePhone, beforeNumber, followed("số", "sđt", "đt", "ông", "bà", "anh", "chị", "cô", "chú", "em", "mr", "ms", "hotline", "zalo", "ngay", "theo", "trực tiếp", "qua", "với", "điện thoại", "đ/c", "gặp", "để"), behind("vui lòng", "xin"))}},
	"PC": {{"Pháp chế", near(8, "lưu")}, {"pê xê", always}},
	"BTC": {{"Ban Tổ chức", either(followed("huyện ủy", "tỉnh ủy", "thành ủy", "trung ương", "tw"), behind("trưởng"))}, {"ban tổ chức", around("giải", "cuộc thi", "hội thi", "lễ hội", "buổi lễ", "trận", "trận đấu", "chương trình", "hội chợ", "hội thao", "khán giả", "thí sinh", "đội",
		"sự kiện", "đại hội", "liên hoan", "chung kết", "vđv", "vận động viên", "festival", "trao", "trọng tài", "giải thưởng", "ban giám khảo", "bgk", "sân", "hội diễn", "lễ", "vé")},
		{"Bộ Tài chính", around("thuế", "tài chính", "thông tư", "bộ", "ngân sách", "kho bạc", "hải quan")}},
	"BV": {{"bảo vệ", followed("rừng", "môi trường", "tổ quốc", "trẻ em", "thực vật")}, {"bệnh viện", either(followed("đa khoa", "huyện", "tỉnh", "tuyến", "trung ương", "tw", "nhi", "mắt"), beforeName,
		around("bệnh nhân", "bác sĩ", "bs", "cấp cứu", "điều trị", "nhập viện", "khám", "đưa", "chuyển", "nằm", "sở y tế"))}},
	"CA":   {{"công an", police}},
	"CTMT": {{"công tác Mặt trận", behind("ban", "trưởng ban")}, {"chương trình mục tiêu", followed("quốc gia")}},
	"XL":   {{"ích e lờ", always}},
	"KK":   {{"khuyến khích", behind("giải", "thưởng")}},
	"THT":  {{"tụ huyết trùng", around("tiêm", "vắc xin", "vaccine", "bệnh", "lmlm", "trâu", "bò", "lợn", "gia súc", "dịch")}, {"tổ hợp tác", always}},
	"TTND": {{"thầy thuốc nhân dân", beforePerson}, {"thanh tra nhân dân", either(behind("ban", "trưởng ban"), followed("xã", "phường", "cơ quan"))}},
	"CB": {{"cán bộ", either(followed("công chức", "đảng viên", "chiến sĩ", "phụ trách", "thú y", "vhxh", "địa chính", "tư pháp", "hưu trí", "xã", "huyện", "phòng", "quản lý", "chuyên trách", "gv", "giáo viên", "y tế", "cc", "cs"),
		around("gv", "nv", "giáo viên", "nhân viên", "công chức", "đảng viên", "cc", "vc"))}},
	"CĐ": {{"công điện", either(beforeItsNumber, followed("số", "khẩn"))}, {"công đoàn", around("đoàn viên", "lđlđ", "cnvclđ", "người lao động", "nlđ", "liên đoàn lao động", "cơ sở")},
		{"cao đẳng", either(followed("sư phạm", "y tế", "y", "nghề", "kinh tế", "công nghiệp", "công nghệ", "kỹ thuật", "cộng đồng", "du lịch"), around("đh", "đại học", "trường", "trung cấp", "tuyển sinh", "sinh viên", "sv"))}},
	"CN": {{"chủ nhật", either(behind("sáng", "chiều", "tối", "trưa", "ngày", "thứ bảy", "thứ 7", "hàng tuần"), followed("ngày", "hàng tuần"), weekdayBefore)},
		{"chủ nhật", inTimetable}, {"chủ nhật", afterHour}, {"công nghiệp", either(near(8, "lưu"), behind("khu", "cụm", "ngành", "sản xuất", "đất", "giá trị"))}, {"công nhân", followed("lao động", "viên chức")}, {"chi nhánh", either(near(3, "ngân hàng", "agribank", "vietcombank", "bidv", "vietinbank"), branch)}},
	"CP": {{"cổ phần", near(6, "công ty", "cty", "ngân hàng", "tập đoàn")}, {"Chính phủ", near(6, "của", "nghị định", "nghị quyết", "nđ", "nq", "thủ tướng")}, {"cổ phiếu", near(4, "triệu", "nghìn", "tỷ", "mua", "bán", "giá")}},
	"CS": {{"cảnh sát", followed("giao thông", "hình sự", "cơ động", "kinh tế", "môi trường", "pccc", "phòng cháy", "biển", "khu vực", "điều tra")},
		{"cơ sở", behind("đảng bộ", "chi bộ", "y tế", "đoàn", "công đoàn", "tổ chức đảng", "hội")}, {"cộng sản", behind("đảng", "thanh niên", "tn")}, {"chiến sĩ", behind("cán bộ", "cb")}},
	"CT": {{"xê tê", either(behind("chụp", "phim", "máy", "máy chụp"), around("x quang", "siêu âm", "mri", "cộng hưởng từ", "nội soi"))}, {"công ty", followed("tnhh", "cổ phần", "cp")}, {"chương trình", followed("mtqg", "mục tiêu", "phát thanh", "truyền hình")}, {"chỉ thị", either(beforeItsNumber, followed("số"))},
		{"chủ tịch", either(beforePerson, followed("ubnd", "hđnd", "hđqt", "ubmttq", "ủy ban", "hội đồng", "hội", "xã", "huyện", "tỉnh"), behind("phó"), around("pct"))}},
	"CV":   {{"công văn", either(beforeNumber, followed("số", "của", "hỏa tốc", "khẩn", "đến", "đi"), behind("theo"))}, {"xi vi", around("xin việc", "ứng viên", "tuyển dụng", "ứng tuyển")}},
	"DT":   {{"dự toán", around("thu", "chi", "ngân sách", "giao", "nsnn")}, {"diện tích", either(colon, beforeMeasure)}, {"dân tộc", behind("phòng", "ban", "đồng bào", "ngành")}},
	"SD":   {{"số dư", either(colon, beforeNumber, followed("cuối", "đầu", "hiện tại", "khả dụng", "tk"))}, {"sử dụng", either(behind("đất", "giá trị", "thời hạn", "quyền", "mục đích"), followed("đất", "điện", "nước"))}},
	"TKTT": {{"tài khoản thanh toán", always}},
	"KM":   {{"khuyến mãi", either(behind("chương trình", "đợt", "giá", "hàng", "được"), followed("giảm", "tặng", "nạp", "thẻ", "đến", "lớn"), beforePercent)}},
	"DS":   {{"dược sĩ", beforePerson}, {"dân số", followed("khhgđ", "kế hoạch hóa")}, {"danh sách", followed("cử tri", "hộ", "trích ngang", "kèm theo")}},
	"DV":   {{"dịch vụ", always}},
	"ĐX":   {{"đông xuân", either(behind("vụ", "lúa", "sản xuất"), around("vụ", "lúa", "gieo cấy", "năng suất", "sản lượng", "giống"))}, {"đề xuất", behind("văn bản", "phương án")}},
	"HT":   {{"hè thu", either(behind("vụ", "lúa"), around("lúa", "đx", "gieo cấy", "năng suất", "sản lượng"))}, {"hiệu trưởng", either(beforePerson, behind("phó"))}, {"hệ thống", followed("điện", "loa", "kênh", "cấp nước", "thoát nước", "mạng")}},
	"TMĐT": {{"tổng mức đầu tư", either(colon, beforeNumber, around("dự án", "công trình", "thi công", "gói thầu"))}, {"thương mại điện tử", always}},
	"ĐH": {{"đại hội", followed("đảng", "đại biểu", "chi bộ", "đoàn", "cổ đông", "lần thứ", "toàn quốc")}, {"đại học", either(beforeName, followed("y", "y dược", "bách khoa", "công nghiệp"),
		around("trường", "cđ", "sinh viên", "sv", "cao đẳng", "thi", "tuyển sinh", "học", "tốt nghiệp", "giảng viên", "xét tuyển", "điểm chuẩn", "đỗ", "bằng", "trình độ"))}},
	"ĐT": {{"điện thoại", beforePhone}, {"đội tuyển", either(followed("việt nam", "quốc gia", "bóng đá", "bóng chuyền", "futsal", "điền kinh", "bơi", "nữ", "u", "anh", "thái lan"), near(4, "trận", "hlv"))}, {"đào tạo", behind("giáo dục", "gd")}},
	"Đt": {{"điện thoại", beforePhone}},
	"đt": {{"điện thoại", beforePhone}},
	"ĐV": {{"đảng viên", around("đảng", "chi bộ", "đảng bộ", "kết nạp", "huy hiệu")}, {"đoàn viên", around("đoàn", "thanh niên", "chi đoàn", "công đoàn")}, {"đơn vị", followed("tính")}},
	"GĐ": {{"giai đoạn", beforeNumber}, {"gia đình", either(followed("văn hóa", "chính sách", "có công", "liệt sĩ", "hạnh phúc"), behind("hộ", "kinh tế"))},
		{"giám đốc", either(beforeName, followed("ông", "bà", "đồng chí", "anh", "chị", "sở", "công ty", "cty", "trung tâm", "bệnh viện", "công an", "chi nhánh", "bql", "ban", "hợp tác xã", "htx"), near(2, "phó", "tổng"))}},
	"GT": {{"giao thông", behind("sở", "an toàn", "đường", "ùn tắc", "tai nạn", "luật", "công trình", "hạ tầng", "trật tự")}, {"giới thiệu", behind("giấy")}},
	"HĐ": {{"hợp đồng", either(beforeNumber, behind("giá trị", "chấm dứt", "thực hiện", "phụ lục", "vi phạm", "phạt", "hủy"), followed("số", "lao động", "thuê", "mua bán", "kinh tế", "tín dụng"), behind("ký", "thanh lý", "theo"))},
		{"hội đồng", followed("bầu cử", "thẩm định", "chấm thi", "quản trị", "nhân dân", "nghiệm thu", "tuyển sinh", "kỷ luật", "nghĩa vụ")}, {"hóa đơn", either(followed("điện tử", "giá trị"), behind("xuất", "viết"))}},
	"HD": {{"hát đê", behind("full", "chuẩn", "phân giải", "độ phân giải", "màn hình", "truyền hình", "kênh")}, {"hướng dẫn", either(beforeItsNumber, followed("số", "thực hiện", "viên", "của"))}},
	"HN": {{"Hà Nội", either(behind("tp", "thành phố", "ở", "tại", "ra", "về", "đhqg"), around("hcm", "tp.hcm", "sg"))}, {"hội nghị", followed("tổng kết", "sơ kết", "trực tuyến", "triển khai")}},
	"HS": {{"hình sự", behind("cảnh sát", "án", "vụ án", "luật", "điều tra", "đội", "tội phạm", "khởi tố")}, {"hồ sơ", behind("bộ", "nộp", "nhận", "tiếp nhận", "giải quyết", "trả", "lập")},
		{"học sinh", either(followed("giỏi", "nghèo", "lớp", "khuyết tật", "tiểu học", "thpt", "thcs", "sinh viên", "sv", "trường"), around("trường", "lớp", "em", "các em", "giáo viên", "gv", "sv", "phụ huynh", "ph", "học", "thi", "thầy", "thầy cô"))}},
	"KH": {{"khách hàng", behind("mã", "quý", "tên")}, {"kế hoạch", either(beforeNumber, followed("số", "của"), behind("theo", "thực hiện", "xây dựng", "ban hành", "soạn", "phòng", "giao", "hoàn thành", "triển khai"))},
		{"khách hàng", either(near(6, "ngân hàng", "agribank", "vietcombank", "bidv", "vietinbank", "viettel", "vnpt", "quý", "chăm sóc"), behind("các", "mã", "tên", "quý", "nhóm"))}, {"khoa học", behind("bộ môn", "nghiên cứu", "hội thảo", "đề tài")}},
	"KL":   {{"kiểm lâm", behind("hạt", "chi cục", "trạm", "đội")}, {"kết luận", either(beforeItsNumber, followed("số", "của", "thanh tra"))}, {"khối lượng", followed("công việc", "thực hiện")}},
	"KD":   {{"kinh doanh", either(behind("hộ", "phòng", "cơ sở", "sản xuất"), followed("dịch vụ"))}},
	"KS":   {{"kỹ sư", func(c *context, _, end int) bool { return c.personAt(c.over(end)) }}, {"khách sạn", around("du khách", "du lịch", "phòng", "sao", "nhà nghỉ", "lưu trú", "resort")}, {"kỹ sư", func(c *context, i, end int) bool { return end > i+1 && beforePerson(c, i, end) }}},
	"KT":   {{"Kinh tế", near(8, "lưu")}, {"kinh tế", either(behind("phát triển", "phòng", "ban"), followed("xã hội", "xh", "hạ tầng", "biển", "tư nhân"))}, {"kỹ thuật", behind("khoa học", "kh")}, {"kiểm tra", behind("thanh tra", "ủy ban")}},
	"KTTT": {{"kinh tế tập thể", around("htx", "hợp tác", "hợp tác xã")}, {"kinh tế thị trường", around("định hướng", "xã hội chủ nghĩa", "xhcn", "nền")}},
	"LS": {{"liệt sĩ", either(behind("gia đình", "mộ", "hài cốt", "nghĩa trang", "thân nhân", "mẹ", "con", "anh hùng", "thương binh", "tb"), near(4, "hài cốt", "mộ", "nghĩa trang", "anh hùng"))},
		{"lãi suất", either(beforePercent, followed("cho vay", "tiền gửi", "huy động", "quá hạn", "trong hạn", "bình quân", "tối đa", "thỏa thuận"), behind("với", "mức"))}, {"luật sư", either(beforePerson, around("tòa", "bào chữa", "bị cáo", "văn phòng"))}},
	"MN":   {{"mầm non", around("trường", "cô giáo", "thcs", "tiểu học", "gv", "lớp", "trẻ")}, {"miền núi", behind("dân tộc", "dtts", "trung du")}, {"mầm non", beforeName}},
	"NC":   {{"Nội chính", near(8, "lưu")}},
	"ND":   {{"nông dân", behind("hội", "chi hội", "hội viên")}, {"nhân dân", behind("quân đội", "công an", "tòa án")}},
	"NCC":  {{"người có công", around("chính sách", "cách mạng", "thương binh", "liệt sĩ", "trợ cấp", "điều dưỡng", "gia đình", "tri ân")}, {"nhà cung cấp", around("hàng", "mua", "sản phẩm", "dịch vụ", "giá")}},
	"NĐ":   {{"Nguyên đán", behind("tết")}, {"nghị định", always}},
	"NN":   {{"nông nghiệp", either(near(8, "lưu"), behind("htx", "hợp tác xã", "sở", "phòng", "bộ", "ngành", "sản xuất", "đất"), followed("công nghệ"))}, {"nhà nước", behind("ngân sách", "cơ quan", "quản lý", "doanh nghiệp", "ngân hàng", "kho bạc", "cán bộ")}},
	"NQ":   {{"nghị quyết", always}},
	"NS":   {{"nghệ sĩ", beforePerson}, {"ngân sách", either(followed("nhà nước", "tỉnh", "huyện", "xã", "địa phương"), behind("thu", "chi"))}, {"năm sinh", colon}},
	"NSX":  {{"ngày sản xuất", either(beforeNumber, colon, behind("từ", "kể từ", "ghi", "xem", "không"), around("hsd", "hạn dùng", "hạn sử dụng", "lô"))}, {"nhà sản xuất", around("phim", "chương trình", "đạo diễn", "xe", "công bố")}},
	"NV":   {{"nguyện vọng", beforeNumber}, {"nhân viên", either(followed("y tế", "bán hàng", "phục vụ", "kế toán", "bưu điện", "bảo vệ", "kỹ thuật"), around("cb", "gv", "tuyển", "lương", "công ty", "cty", "cán bộ", "giáo viên"))}},
	"PH":   {{"phụ huynh", either(followed("học sinh", "hs"), around("hs", "học sinh", "trường", "lớp", "giáo viên", "gv"))}},
	"PM":   {{"pê em", beforeNumber}},
	"PN":   {{"phụ nữ", either(behind("hội", "chi hội", "hội viên", "cán bộ"), followed("xã", "thôn", "huyện", "tỉnh"))}},
	"PV":   {{"phóng viên", always}},
	"PT":   {{"phổ thông", behind("trường", "trung học", "giáo dục")}, {"phát thanh", behind("đài")}},
	"PTTH": {{"phát thanh truyền hình", either(behind("đài", "trung tâm"), near(3, "đài"))}, {"phổ thông trung học", around("trường", "học sinh", "hs", "tốt nghiệp", "thpt")}},
	"QĐ":   {{"quân đội", followed("nhân dân")}, {"quyết định", either(beforeNumber, followed("số", "của", "về", "phê duyệt", "xử phạt", "bổ nhiệm"), behind("theo", "ra", "ban hành", "có", "ký", "trao", "công bố"))}},
	"SN":   {{"sinh năm", beforeYear}, {"số nhà", beforeNumber}, {"sinh năm", colon}},
	"TBT":  {{"tổng biên tập", around("báo", "tạp chí", "tòa soạn")}, {"Tổng Bí thư", around("đảng", "trung ương", "chủ tịch nước", "chủ tịch", "bch", "bộ chính trị")}},
	"TC":   {{"tiêu chí", around("ntm", "nông thôn mới", "đạt chuẩn", "bình quân")}, {"tài chính", either(behind("bộ", "sở", "phòng", "công ty"), followed("kế hoạch"))}, {"trung cấp", around("cđ", "đh", "cao đẳng", "đại học", "nghề")}},
	"TH":   {{"trường hợp", either(followed("vi phạm", "mắc", "nghi", "nghi mắc", "tử vong", "nhiễm", "dương tính", "bị", "đặc biệt", "này"), behind("các"))}, {"tiểu học", either(behind("trường"), around("trường", "thcs", "thpt", "mn", "mầm non", "học sinh", "hs"))}, {"truyền hình", behind("đài", "phát thanh", "pt", "báo")}, {"tổng hợp", either(behind("phòng", "lưu"), near(8, "lưu"))}},
	"TK":   {{"tiết kiệm", behind("tiền", "sổ", "lãi", "quỹ", "gửi")}, {"tài khoản", either(beforeItsNumber, behind("số", "chủ", "tên", "mở", "vào", "từ"), followed("số", "ngân hàng", "thanh toán", "tiền gửi", "ngân sách", "thu phí", "của"), around("ngân hàng", "chuyển", "rút", "tiền", "chủ"))}},
	"TM":   {{"thương mại", either(behind("công ty", "cty", "tnhh", "trung tâm", "cp", "cổ phần", "mtv"), followed("dịch vụ", "dv", "điện tử", "cổ phần"))}},
	"QL":   {{"quản lý", behind("ban", "cán bộ", "công tác", "viên chức")}},
	"QS":   {{"quân sự", either(behind("bch", "ban", "chỉ huy", "nghĩa vụ", "lực lượng", "đài"), followed("địa phương"), around("ca", "công an"))}},
	"BĐ":   {{"bản đồ", behind("tờ", "số tờ", "trích lục")}, {"báo động", either(beforeNumber, behind("mức", "dưới", "trên", "vượt", "đạt"))}},
	"TP": {{"trưởng phòng", followed("vhtt", "vh", "tckh", "tc", "lđtbxh", "lđ", "gdđt", "gd", "tnmt", "tn", "ktht", "nội vụ", "tư pháp", "nông nghiệp")}, {"thành phần", func(c *context, i, end int) bool {
		return (c.is(end, ":") || c.says(c.over(end), "gồm", "tham", "dự", "mời")) && (c.at(i).first || c.isAny(c.before(i), ";.,"))
	}}, {"thực phẩm", behind("an toàn", "vệ sinh")}, {"thành phố", unglued}},
	"Tp": {{"thành phố", always}},
	"TX": {{"thị xã", either(beforeName, near(6, "huyện", "tp", "thành phố", "các"))}},
	"TS": {{"tiến sĩ", beforePerson}, {"thí sinh", around("thi", "phòng thi", "đề", "dự thi", "điểm thi")}, {"tiến sĩ", either(beforeName, behind("gs", "pgs", "học vị", "bằng", "trình độ", "các", "bảo vệ"))}},
	"TT": {{"truyền thanh", behind("đài", "trạm")}, {"thứ tự", tableHead}, {"thông tư", either(beforeItsNumber, followed("số", "liên tịch"), issued)},
		{"trung tâm", followed("văn hóa", "vh", "vhtt", "y tế", "viễn thông", "gdtx", "gdnn", "công nghệ", "giáo dục", "dịch vụ", "hành chính", "thông tin", "học tập", "phục vụ", "khuyến nông", "phát triển", "thương mại", "dạy nghề", "bồi dưỡng", "htcđ", "giới thiệu", "y khoa")},
		{"thường trực", followed("hđnd", "ubnd", "huyện ủy", "tỉnh ủy", "đảng ủy", "thành ủy", "thị ủy", "mttq", "ubmttq", "ubmttqvn")}, {"tổng thống", president}, {"thị trấn", town}, {"thị trấn", near(6, "xã", "phường", "thị xã")}},
	"tp":  {{"thành phố", beforeName}},
	"tx":  {{"thị xã", beforeName}},
	"tt":  {{"thị trấn", town}},
	"TTr": {{"thường trực", followed("hđnd", "ubnd", "huyện ủy", "tỉnh ủy", "đảng ủy", "thành ủy", "mttq", "ubmttq", "ubmttqvn")}, {"tờ trình", either(beforeItsNumber, followed("số", "của"))}},
	"Tel": {{"điện thoại", either(beforePhone, beforeNumber)}},
	"TEL": {{"điện thoại", either(beforePhone, beforeNumber)}},
	"TƯ":  {{"trung ương", always}},
	"TW":  {{"trung ương", always}},
	"UV":  {{"ủy viên", either(followed("bch", "btv", "ban", "thường vụ", "thường trực", "hđqt", "ubnd"), behind("các"))}, {"u vê", either(behind("tia", "chống", "chỉ số", "kháng", "đèn", "mực"), followed("a", "b"))}},
	"VH":  {{"văn hóa", either(near(6, "lưu"), behind("sở", "phòng", "bộ", "làng", "thôn", "đời sống", "ngành", "cán bộ", "di sản", "nhà"), followed("xã hội", "thông tin", "thể thao"))}},
	"VP":  {{"văn phòng", either(behind("chánh", "phó chánh", "lưu"), followed("ubnd", "hđnd", "đảng ủy", "huyện ủy", "tỉnh ủy", "chính phủ", "quốc hội", "công chứng", "luật sư", "đăng ký", "thường trực"), near(6, "lưu"))}, {"vi phạm", followed("hành chính", "pháp luật")}},
	"VT":  {{"văn thư", near(6, "lưu")}, {"viễn thông", near(6, "vnpt", "bưu chính", "bc", "bcvt", "viettel")}},
	"XD":  {{"xăng dầu", behind("cửa hàng", "giá", "kinh doanh", "trạm")}, {"xây dựng", always}},
	"TV":  {{"thành viên", either(around("htx", "hợp tác xã", "đại hội", "quỹ", "hđqt", "tổ", "cổ đông", "xã viên"), behind("các", "số"))}, {"ti vi", always}},
	"MBA": {{"máy biến áp", around("trạm", "điện", "điện lực", "kva", "trung thế", "hạ thế", "tba")}, {"em bê a", always}},
	"ONT": {{"ở nông thôn", land}},
	"ODT": {{"ở đô thị", land}},
	"LUC": {{"chuyên trồng lúa nước", land}},
	"HNK": {{"trồng cây hằng năm khác", land}},
	"RSX": {{"rừng sản xuất", land}},
	"ĐB":  {{"đông bắc", behind("phía", "hướng", "gió", "gió mùa")}, {"đại biểu", behind("các", "quý", "số", "tổng số")}},
	"TN":  {{"thanh niên", either(behind("đoàn", "tháng", "các", "bí thư đoàn"), followed("xung phong", "tình nguyện", "nhập ngũ"), around("tuyển quân", "nghĩa vụ", "nhập ngũ", "nvqs", "tân binh", "đoàn viên", "khám tuyển"))}, {"tốt nghiệp", either(behind("thi", "đỗ", "bằng"), followed("thpt", "thcs", "đh", "đại học"))}},
	"XH":  {{"xã hội", always}},
	"XN": {{"xét nghiệm", either(followed("máu", "nước tiểu", "nhanh", "adn", "ma túy", "mẫu", "nước", "đường huyết"), behind("khoa", "phòng", "kết quả", "phiếu", "mẫu", "làm", "lấy mẫu"), around("bệnh nhân", "bn", "âm tính", "dương tính"))},
		{"xí nghiệp", either(followed("thủy nông", "gạch", "may", "xây", "cấp nước", "nước", "môi trường", "chế biến", "khai thác", "vận tải"), beforeName)}},
}

func always(*context, int, int) bool { return true }

// beforeName holds before a capitalised word that is no abbreviation.
func beforeName(c *context, _, end int) bool { return c.nameAt(c.over(end)) }

func (c *context) nameAt(i int) bool {
	t := c.at(i)
	return t.kind == word && capitalised(t.text) && (!allCapital(t.text) || t.heading)
}

// police holds in a heading before the area of a police station; "DÂN CA XÃ" sings.
func police(c *context, i, end int) bool {
	return !singers.directly(c, i) && areas.startsAt(c, c.over(end))
}

var (
	singers = cues("dân", "đơn", "tốp", "bài", "hát", "thơ", "đồng", "trường", "thánh", "quốc", "tình", "ngợi", "hợp")
	areas   = cues("xã", "huyện", "tỉnh", "phường", "thị trấn", "thị xã", "thành phố", "tp")
)

// unglued holds where no hyphen ties it to the word before: M-TP is a singer.
func unglued(c *context, i, _ int) bool { return !c.isAny(i-1, "-&/") || c.kind(i-2) == space }

// beforePerson holds before two names in a row, which abbreviated posts and titles have.
func beforePerson(c *context, _, end int) bool {
	i := c.over(end)
	return c.nameAt(i) && c.kind(i+1) == space && c.at(i+2).kind == word && capitalised(c.at(i+2).text)
}

func colon(c *context, _, end int) bool { return c.is(end, ":") }

// beforePercent holds before a number in percent.
func beforePercent(c *context, _, end int) bool {
	a, ok := c.amount(c.over(end))
	return ok && c.is(c.over(a.end), "%")
}

func beforeNumber(c *context, _, end int) bool { return c.kind(c.over(end)) == digits }

// land holds after the word for a piece of land, or what it becomes.
func land(c *context, i, _ int) bool {
	return landCues.directly(c, i) || landCues.near(c, i, 8) && (c.kind(c.before(i)) == digits || c.isAny(c.before(i), ",;+"))
}

var landCues = cues("đất", "sang", "đất ở", "loại đất", "mục đích sử dụng", "sang đất")

// beforePlate holds before the number of a vehicle.
func beforePlate(c *context, _, end int) bool {
	k := c.over(end)
	if c.is(k, ":") {
		k = c.over(k + 1)
	}
	return c.kind(k) == digits && c.kind(k+1) == word
}

// beforeItsNumber holds before the number of a paper, not before one that counts: CT 16 của Thủ tướng, cấp CT 5 năm.
func beforeItsNumber(c *context, _, end int) bool {
	k := c.over(end)
	if c.kind(k) != digits {
		return false
	}
	if n, _ := c.numeral(k); n.fraction != "" || n.grouped || c.measured(n.end) {
		return false // BC 12,5 G/l, CT 522.000đ
	}
	next := c.at(k + 2)
	return c.kind(k+1) != space || next.kind != word || capitalised(next.text) || afterNumbers.startsAt(c, k+2) || c.says(k+2, "năm") && c.kind(k+4) == digits
}

var afterNumbers = cues("ngày", "của", "về", "tại", "và", "thì", "là", "có", "do", "đã", "nay", "quy định", "để", "cũng", "nêu", "trên", "phải", "hướng dẫn", "mới", "vẫn")

// beforeMeasure holds before a number with its unit: DT 4x15m, DT 60m2.
func beforeMeasure(c *context, _, end int) bool {
	k := c.over(end)
	if c.kind(k) != digits {
		return false
	}
	n, _ := c.numeral(k)
	return c.measured(n.end) || c.times(n.end) > 0
}

func beforeYear(c *context, _, end int) bool {
	t := c.at(c.over(end))
	return t.kind == digits && len(t.text) == 4 && t.text >= "1900" && t.text <= "2099"
}

// beforePhone holds before a colon or a telephone number that is one by its own shape.
func beforePhone(c *context, _, end int) bool {
	if c.is(end, ":") {
		return true
	}
	p, ok := c.phone(c.over(end))
	return ok && (p.prefix != "" || len(p.digits()) >= 9 && p.digits()[0] == '0')
}

// near holds where one of the words stands among n tokens on the left.
func near(n int, words ...string) meaningTest {
	table := cues(words...)
	return func(c *context, i, _ int) bool { return table.near(c, i, n) }
}

// behind holds directly after one of the words.
func behind(words ...string) meaningTest {
	table := cues(words...)
	return func(c *context, i, _ int) bool { return table.directly(c, i) }
}

// followed holds directly before one of the words.
func followed(words ...string) meaningTest {
	table := cues(words...)
	return func(c *context, _, end int) bool { return table.startsAt(c, c.over(end)) }
}

// around holds where one of the words stands in the same sentence, eight tokens to either side.
func around(words ...string) meaningTest {
	table := cues(words...)
	return func(c *context, i, end int) bool {
		if table.near(c, i, 8) {
			return true
		}
		for n := 0; n < 8 && !c.barrier(end); n++ {
			if end = c.over(end); table.endsAt(c, end) {
				return true
			}
			end++
		}
		return false
	}
}

// either holds where one of the tests does.
func either(tests ...meaningTest) meaningTest {
	return func(c *context, i, end int) bool {
		for _, test := range tests {
			if test(c, i, end) {
				return true
			}
		}
		return false
	}
}

// inTimetable holds after days and times of one line, whatever parts them: T2-T6, 7h30-11h30; CN nghỉ.
func inTimetable(c *context, i, end int) bool {
	if k := c.over(end); !c.says(k, "nghỉ") && c.kind(k) != digits && c.kind(k) != newline && !c.isAny(k, ".,;:)") {
		return false
	}
	for j := i - 1; j > i-32 && c.kind(j) != newline; j-- {
		if words, _ := c.weekday(j); words != "" && !c.glued(j) {
			return true
		}
	}
	return false
}

// afterHour holds right after a time of day: 8h CN, 19h30 CN.
func afterHour(c *context, i, end int) bool {
	j := c.before(i)
	if c.kind(j) == digits && c.kind(j-1) == word {
		j--
	}
	return c.says(j, "h", "giờ") && c.kind(c.before(j)) == digits && !c.nameAt(c.over(end))
}

// weekdayBefore holds in a list of weekdays: thứ bảy, CN.
func weekdayBefore(c *context, i, _ int) bool {
	j := c.before(i)
	if c.isAny(j, ",-–") || c.says(j, "và") {
		j = c.before(j)
	}
	for n := 0; n < 5 && c.kind(j) == digits && c.is(c.before(j), ","); n++ {
		j = c.before(c.before(j)) // thứ 6, 7, CN
	}
	return c.says(j, "bảy") || c.kind(j) == digits && c.says(c.before(j), "thứ")
}

// branch holds before the name of a place, which a branch bears; before a person's it is a degree.
func branch(c *context, i, end int) bool {
	return c.nameAt(c.over(end)) && !c.personAt(c.over(end)) && !schools.directly(c, i)
}

// schools stand before CN for công nghiệp and for công nghệ alike.
var schools = cues("đh", "đại học", "cđ", "cao đẳng", "trường", "học viện", "trung cấp")

// town holds before a name of Vietnamese syllables that is not a person's.
func town(c *context, _, end int) bool {
	j := c.over(end)
	return c.nameAt(j) && viet.IsSyllable(c.at(j).text) && !c.personAt(j) && !departments.startsAt(c, j)
}

// issued holds before the body that issued it: TT-BYT.
func issued(c *context, i, end int) bool {
	return c.is(end, "-") && end == i+1 && c.kind(end+1) == word && documentBodies[c.at(end+1).text] != ""
}

// tableHead holds where the abbreviation heads the first column.
func tableHead(c *context, i, end int) bool {
	k := c.over(end)
	return c.at(i).first && (c.kind(k) == newline || c.is(k, "|") || tableHeads.startsAt(c, k))
}

var tableHeads = cues("họ và tên", "họ tên", "nội dung", "tên", "đơn vị", "chỉ tiêu")

// president holds before a country in its short form or a name that no Vietnamese bears.
func president(c *context, _, end int) bool {
	j := c.over(end)
	if !c.nameAt(j) {
		return false
	}
	if countries.startsAt(c, j) {
		k := c.over(j + 1)
		return c.kind(j+1) != space || !c.nameAt(k) || !viet.IsSyllable(c.at(k).text)
	}
	return !allCapital(c.at(j).text) && !viet.IsSyllable(c.at(j).text) && viet.Fold(c.at(j).text) == c.at(j).key
}

var countries = cues("mỹ", "nga", "pháp", "hàn")

// surnames begin the names of most persons.
var surnames = cues("nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô", "dương", "lý", "đinh", "đoàn", "trịnh",
	"đào", "tạ", "trương", "lương")

// personAt says whether a person's full name begins at token i: a surname and two names more.
func (c *context) personAt(i int) bool {
	if !surnames.startsAt(c, i) {
		return false
	}
	for k := i; k < i+6; k += 2 {
		hidden := k > i && c.at(k).shape == loneLetter && capitalised(c.at(k).text) // Nguyễn Văn B
		if !hidden && !c.nameAt(k) || k > i && c.kind(k-1) != space {
			return false
		}
	}
	return true
}
