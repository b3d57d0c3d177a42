// Package diagnostic holds findings: what is wrong with a source file, where, and what the writer can do about it.
//
// Every stage reports a writer's mistake as a [Diagnostic] in a [Bag], never as an error: an error is the machine's trouble.
// A finding carries data (check, source, span in bytes, words); only the printers of this package turn bytes into lines and
// visible columns. The package knows nothing of loa's stages, so that each of them can report through it.
//
// Start with [NewSource], collect in a [Bag], print with [WriteText] or [WriteJSON]. DESIGN section 16 is the form on paper.
package diagnostic

// Severity says what a finding does to a build. The zero value is Error, so a check that forgets it is strict.
type Severity int

const (
	Error   Severity = iota // lỗi: nothing is published
	Warning                 // cảnh báo: shown, published all the same
	Note                    // nhắc: shown by check only
)

// String gives the severity as a word for programs: "error", "warning" or "note". People read it in Vietnamese from [WriteText].
func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	default:
		return "note"
	}
}

// Check is a rule with a name that stays for ever. It is declared as a value where its findings are made.
type Check struct {
	Name     string   // kebab-case Vietnamese without marks: "khoa-la"
	Severity Severity // what each finding of it does
	Title    string   // one Vietnamese sentence: what it finds
	Fixable  bool     // loa check --fix can mend it without loss
}

// Span is a half-open range of bytes [Start, End) in a source.
type Span struct{ Start, End int }

// Place is a span of a source; Source nil means no place.
type Place struct {
	Source *Source
	Span   Span
}

// Edit replaces the bytes of Span by Text.
type Edit struct {
	Span Span
	Text string
}

// Diagnostic is one finding. Fields are data; wording is put together when it is printed.
type Diagnostic struct {
	Check   *Check
	Source  *Source  // nil for a finding about the whole set
	Span    Span     // bytes in Source
	Message string   // Vietnamese, begins lower case (or with the writer's own words), no final stop
	Hints   []string // what to do, each a sentence
	Related []Place  // where the other one is
	Fix     *Edit    // lossless repair, or nil
}

// At makes a finding of c at a place of src.
func (c *Check) At(src *Source, span Span, message string, hints ...string) Diagnostic {
	return Diagnostic{Check: c, Source: src, Span: span, Message: message, Hints: hints}
}
