package settings_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestRetraction: the sentence about an article that was taken back has one place for a title and fits into a feed; one that does not
// is reported, and the sentence of loa stays.
func TestRetraction(t *testing.T) {
	const own = "Bài “Đào hào” phát các ngày trước có chỗ sai, nay thu hồi. Bà con chờ tin đúng từ đài."
	for _, c := range []struct{ name, value, found, want string }{
		{"one's own", `"{bai}: đã rút."`, "", "Đào hào: đã rút."},
		{"none", `""`, "", own},
		{"no place for the title", `"Bài đã rút."`, "“loi_thu_hoi” chưa có chỗ cho tên bài", own},
		{"two places", `"{bai}, {bai} đã rút."`, "“loi_thu_hoi” chỉ có một chỗ điền, là {bai}", own},
		{"another place", `"{dai} rút {bai}."`, "“loi_thu_hoi” chỉ có một chỗ điền, là {bai}", own},
		{"as long as may be", `"{bai}` + strings.Repeat("ậ", 185) + `"`, "", "Đào hào" + strings.Repeat("ậ", 185)},
		{"too long", `"{bai}` + strings.Repeat("ậ", 186) + `"`, "“loi_thu_hoi” dài quá 190 ký tự", own},
		{"no text", `true`, "“loi_thu_hoi” phải là chữ", own},
	} {
		t.Run(c.name, func(t *testing.T) {
			fsys := files(t, &txtar.Archive{}, "\n")
			const name = "content/_loa/loa.toml"
			text := strings.Replace(string(fsys[name].Data), `"Bài {bai} đã rút,  bà con đừng làm theo."`, c.value, 1)
			fsys[name] = &fstest.MapFile{Data: []byte(text)}
			s, found := load(t, fsys)
			if c.found == "" && found != "" || !strings.Contains(found, c.found) {
				t.Errorf("found\n%s\nwant %q", found, c.found)
			}
			if got := s.Publisher.Retract("Đào hào"); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
