package main

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"

	"cloud.google.com/go/civil"
	"github.com/spf13/cobra"

	"github.com/vinhlinh/loa/generator"
	"github.com/vinhlinh/loa/generator/bundle"
	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/viet"
)

// Limits of what is asked for: the programme of a far day is planned day by day up to it, and nobody knows it yet.
const (
	mostDays  = 31
	mostAhead = 92
)

func newBundle(env environment) *cobra.Command {
	var station, out, at, machine string
	var dates []string
	cmd := &cobra.Command{
		Use:     "bundle --station ĐÀI [cờ]",
		Short:   "Gói chương trình của một đài thành tệp ZIP để chép vào thẻ nhớ USB",
		Example: "  loa bundle --station vinh-thuy\n  loa bundle --station vinh-thuy --date 2023-04-25 --date 2023-04-26 --out /media/usb",
		Args:    noArguments,
		RunE: func(cmd *cobra.Command, args []string) error {
			instant, err := env.instant(at)
			if err != nil {
				return err
			}
			days, err := daysOf(dates, civil.DateOf(instant))
			if err != nil {
				return err
			}
			if station == "" {
				return usage{command: "bundle ", words: "cần tên đài: --station vinh-thuy"}
			}
			root, err := env.root()
			if err != nil {
				return err
			}
			defer root.Close()
			content, found, err := generator.Check(generator.Input{Root: root.FS(), At: instant})
			if err != nil {
				return err
			}
			bad, err := terminal{env}.findings(found, false, false)
			if err != nil {
				return err
			}
			if bad {
				return errFindings
			}
			s, err := stationOf(content.Set.Settings, station, days)
			if err != nil {
				return err
			}
			if _, err := bundleFile(env.Dir, out, ""); err != nil {
				return err // before minutes are spent on sound
			}
			rooms, err := openStudio(env, root, machine)
			if err != nil {
				return err
			}
			made, found, err := generator.Sounds(cmd.Context(), content, instant, false, rooms.make)
			if err != nil {
				return err
			}
			if bad, err := (terminal{env}).findings(found, false, false); err != nil || bad {
				return cmp.Or(err, errFindings)
			}
			b, err := generator.NewBundles(content, made, instant, version()).Plan(s, days...)
			if large, is := errors.AsType[*bundle.TooLarge](err); is {
				fmt.Fprintf(env.Err, "loa: %s\nChọn ít ngày hơn, hoặc thay bản ghi âm nặng.\n", large)
				return errFindings
			}
			if err != nil {
				return err
			}
			name, err := bundleFile(env.Dir, out, b.Name)
			if err != nil {
				return err
			}
			if _, err := writeBundle(cmd.Context(), name, b); err != nil {
				return err
			}
			fmt.Fprintf(env.Out, "%s, %s: %s, %s → %s\n", s.Name, daysInWords(days), contents(b), bundle.Weight(b.Size), name)
			return nil
		},
	}
	cmd.Flags().StringVar(&station, "station", "", "`TEN` của đài trong content/_loa/dai.toml")
	cmd.Flags().StringArrayVar(&dates, "date", nil, "`NGAY` cần gói, viết 2023-04-25; nhiều ngày thì lặp lại cờ; không ghi thì là hôm nay")
	cmd.Flags().StringVar(&out, "out", "", "`NOI` để gói: một thư mục đã có, hoặc tên tệp .zip; không ghi thì là thư mục đang đứng")
	cmd.Flags().StringVar(&at, "at", "", "gói như vào `LUC`: 2023-04-25 (hết ngày) hoặc 2023-04-25T07:00:00+07:00")
	machineFlag(cmd, &machine)
	return cmd
}

// dayShape is how a day is written, whether there is one or not.
var dayShape = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)

// daysOf reads the days that are asked for, each once and rising; without any it is today.
func daysOf(words []string, today civil.Date) ([]civil.Date, error) {
	if len(words) == 0 {
		return []civil.Date{today}, nil
	}
	var days []civil.Date
	for _, word := range words {
		day, err := civil.ParseDate(word)
		switch {
		case err != nil && dayShape.MatchString(word):
			return nil, usage{command: "bundle ", words: fmt.Sprintf("không có ngày %s", word)}
		case err != nil:
			return nil, usage{command: "bundle ", words: fmt.Sprintf("--date %q không đúng dạng: viết 2023-04-25", word)}
		case day.DaysSince(today) > mostAhead:
			return nil, usage{command: "bundle ", words: fmt.Sprintf("ngày %s còn xa quá, chỉ gói được trước %d ngày", settings.ShortDate(day), mostAhead)}
		}
		days = append(days, day)
	}
	slices.SortFunc(days, civil.Date.Compare)
	if days = slices.Compact(days); len(days) > mostDays {
		return nil, usage{command: "bundle ", words: fmt.Sprintf("một gói có nhiều nhất %d ngày", mostDays)}
	}
	return days, nil
}

// stationOf finds the station that is meant and sees to it that it is one on all days.
func stationOf(s *settings.Settings, name string, days []civil.Date) (settings.Station, error) {
	station, known := s.Station(name)
	if !known {
		slugs := make([]string, len(s.Stations))
		for i, other := range s.Stations {
			slugs[i] = other.Slug
		}
		cure := "xem tên các đài trong content/_loa/dai.toml"
		if near, ok := diagnostic.Suggest(viet.Slug(name, 80), slugs); ok {
			cure = fmt.Sprintf("có phải “%s”?", near)
		}
		return station, usage{command: "bundle ", words: fmt.Sprintf("không có đài “%s”; %s", name, cure)}
	}
	for _, day := range days {
		if !station.On(day) {
			return station, usage{command: "bundle ", words: fmt.Sprintf("ngày %s không có %s: %s", settings.ShortDate(day), station.Name, life(s, station, day))}
		}
	}
	return station, nil
}

// life says when a station is one, and who took over from it.
func life(s *settings.Settings, station settings.Station, day civil.Date) string {
	if day.Before(station.From) {
		return "đài hoạt động từ ngày " + settings.ShortDate(station.From)
	}
	words := "đài chỉ còn đến hết ngày " + settings.ShortDate(station.Until.AddDays(-1))
	var heirs []string
	for _, slug := range station.Successors {
		if heir, known := s.Station(slug); known && heir.On(day) {
			heirs = append(heirs, slug)
		}
	}
	if len(heirs) > 0 {
		words += "; sau đó là " + strings.Join(heirs, ", ")
	}
	return words
}

// bundleFile is the file that a bundle is written to: out itself when it is named like a ZIP, else a file of the bundle's name in the
// folder out. No folder is made: a stick that is not there would become one on the disk.
func bundleFile(dir, out, name string) (string, error) {
	if !filepath.IsAbs(out) {
		out = filepath.Join(dir, out)
	}
	if isDir(out) {
		return filepath.Join(out, name), nil
	}
	if strings.EqualFold(filepath.Ext(out), ".zip") && isDir(filepath.Dir(out)) {
		return out, nil
	}
	return "", usage{command: "bundle ", words: fmt.Sprintf("--out %s không phải thư mục đã có, cũng không phải tệp .zip trong một thư mục đã có", out)}
}

// writeBundle writes a bundle under a name of its own and then gives it its name: nobody finds half of one. The mode is left to the
// system, since that of a stick's files cannot be changed.
//
// It gives the SHA-256 of the ZIP in hexadecimal.
func writeBundle(ctx context.Context, name string, b *bundle.Bundle) (digest string, err error) {
	temporary := filepath.Join(filepath.Dir(name), fmt.Sprintf(".loa-goi-%d.tmp", os.Getpid()))
	f, err := os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return "", err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(temporary))
		}
	}()
	sum := sha256.New()
	err = b.Write(untilDone{ctx, io.MultiWriter(f, sum)}, openSound)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), os.Rename(temporary, name)
}

// untilDone is a writer that fails once its context has ended.
type untilDone struct {
	ctx context.Context
	io.Writer
}

func (w untilDone) Write(p []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	return w.Writer.Write(p)
}

// daysInWords are the days of a bundle, rising.
func daysInWords(days []civil.Date) string {
	first, last := days[0], days[len(days)-1]
	switch len(days) {
	case 1:
		return "ngày " + settings.ShortDate(first)
	case last.DaysSince(first) + 1:
		return "ngày " + settings.ShortDate(first) + " đến " + settings.ShortDate(last)
	}
	return fmt.Sprintf("%d ngày trong khoảng %s đến %s", len(days), settings.ShortDate(first), settings.ShortDate(last))
}

// contents says what of a bundle can be heard.
func contents(b *bundle.Bundle) string {
	switch {
	case b.Articles == 0:
		return "không có bài"
	case b.Voiced == 0:
		return fmt.Sprintf("%d bài, chưa bài nào có tiếng", b.Articles)
	case b.Voiced == b.Articles:
		return fmt.Sprintf("%d bài đều có tiếng", b.Articles)
	}
	return fmt.Sprintf("%d bài, %d bài có tiếng", b.Articles, b.Voiced)
}

// version is that of the program, as Go stamped it.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}
