package viet

import "strings"

// Slug makes an address part of a title: lower-case ASCII letters and digits, everything between them one hyphen, at most limit
// bytes cut at a hyphen. The result is empty if the title has neither letters nor digits. Hugo's own rule is not used: it keeps đ.
func Slug(title string, limit int) string {
	var b strings.Builder
	for _, r := range Fold(title) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	slug := strings.Trim(b.String(), "-")
	if len(slug) <= limit {
		return slug
	}
	if cut := strings.LastIndexByte(slug[:limit+1], '-'); cut > 0 {
		return slug[:cut]
	}
	return slug[:limit]
}

// ValidSlug says whether s may stand in an address as a writer's own slug: 3 to 80 signs of a–z, 0–9 and single hyphens between them.
func ValidSlug(s string) bool {
	if len(s) < 3 || len(s) > 80 || s[0] == '-' || s[len(s)-1] == '-' || strings.Contains(s, "--") {
		return false
	}
	for i := 0; i < len(s); i++ {
		if c := s[i]; !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-') {
			return false
		}
	}
	return true
}
