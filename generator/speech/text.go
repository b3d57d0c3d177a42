package speech

import "strings"

// Text is loi-doc.txt: one spoken sentence a line, a blank line between blocks, nothing else. UTF-8, LF, NFC.
func Text(s *Script) []byte {
	var b strings.Builder
	for i, sentence := range s.Sentences {
		if i > 0 && sentence.Block != s.Sentences[i-1].Block {
			b.WriteByte('\n')
		}
		b.WriteString(sentence.Text)
		b.WriteByte('\n')
	}
	return []byte(b.String())
}
