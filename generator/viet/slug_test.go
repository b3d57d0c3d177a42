package viet_test

import (
	"strings"
	"testing"

	"github.com/vinhlinh/loa/generator/viet"
)

func TestSlugMakesAddressesOfTitles(t *testing.T) {
	cases := []struct {
		name, title string
		limit       int
		want        string
	}{
		{"marks fall and đ becomes d", "Đứt cáp: gọi ai?", 80, "dut-cap-goi-ai"},
		{"digits stay", "Lễ 30/4 và 01/5/2023", 80, "le-30-4-va-01-5-2023"},
		{"a long title is cut at a hyphen", "bảo vệ cáp quang", 10, "bao-ve-cap"},
		{"a cut inside a word drops the word", "bảo vệ cáp quang", 9, "bao-ve"},
		{"one long word is cut hard", "abcdefghij", 4, "abcd"},
		{"signs alone leave nothing", "… !", 80, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := viet.Slug(c.title, c.limit); got != c.want {
				t.Errorf("Slug(%q, %d) = %q, want %q", c.title, c.limit, got, c.want)
			}
		})
	}
}

func TestValidSlugIsStrict(t *testing.T) {
	for slug, want := range map[string]bool{
		"cap-dut": true, "a1b": true, strings.Repeat("a", 80): true, strings.Repeat("a", 81): false,
		"ab": false, "-abc": false, "abc-": false, "a--b": false, "Abc": false, "cáp": false, "a_b": false, "": false,
	} {
		if got := viet.ValidSlug(slug); got != want {
			t.Errorf("ValidSlug(%q) = %v", slug, got)
		}
	}
}

func FuzzSlug(f *testing.F) {
	f.Add("Đứt cáp: gọi ai?", 20)
	f.Add("\xff-", 3)
	f.Fuzz(func(t *testing.T, title string, limit int) {
		if limit < 3 || limit > 80 {
			return
		}
		slug := viet.Slug(title, limit)
		if len(slug) > limit {
			t.Errorf("Slug(%q, %d) has %d bytes", title, limit, len(slug))
		}
		if len(slug) >= 3 && !viet.ValidSlug(slug) {
			t.Errorf("Slug(%q, %d) = %q is no valid slug", title, limit, slug)
		}
		if viet.Slug(slug, limit) != slug {
			t.Errorf("Slug(%q) is not stable", slug)
		}
	})
}
