package settings_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vinhlinh/loa/generator/settings"
)

// BenchmarkLoad: the cost of a network of n communes, each with its station. Ten times the communes cost ten times the time.
func BenchmarkLoad(b *testing.B) {
	for _, n := range []int{18, 332, 3321} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			fsys := files(b, &txtar.Archive{}, "\n")
			fsys["content/_loa/dai.toml"] = &fstest.MapFile{Data: []byte(network(n))}
			for b.Loop() {
				if _, found, err := settings.Load(fsys); err != nil || len(found) > 0 {
					b.Fatal(found, err)
				}
			}
		})
	}
}

// network writes a dai.toml of n communes that all went over to the next one's successor on one day.
func network(n int) string {
	var areas, stations strings.Builder
	for i := range n {
		fmt.Fprintf(&areas, "  { slug = \"xa-%d\", ten = \"xã Số %d\", ma = \"%05d\", tu = 2020-01-01, het = 2025-07-01, ke_tiep = [\"xa-moi-%d\"] },\n", i, i, i, i/4)
		fmt.Fprintf(&stations, "  { slug = \"xa-%d\", ten = \"Đài truyền thanh xã Số %d\", dia_ban = \"xa-%d\", cong_nghe = \"ip\", khung = \"chung\", ngon_ngu = [\"vi\"], tu = 2020-01-01 },\n", i, i, i)
	}
	for i := range (n + 3) / 4 {
		fmt.Fprintf(&areas, "  { slug = \"xa-moi-%d\", ten = \"xã Mới %d\", ma = \"%05d\", tu = 2025-07-01 },\n", i, i, i)
	}
	return "dia_ban = [\n" + areas.String() + "]\ndai = [\n" + stations.String() +
		"]\n[khung.chung]\nbuoi = [ { ten = \"sáng\", tu = \"05:30\", den = \"06:30\", toi_da = \"15m\" } ]\n"
}
