package verbalize

// memo keeps the last answers to a question about a token, which many rules ask: what number, telephone number or date begins here.
// Rules are pure, so an answer holds as long as the text is read. Without it the rules that refuse a token would read the same
// figures a dozen times.
type memo[answer any] struct {
	slots [4]struct {
		asked  int // the token, counted from 2: a rule may look at the one before the first; 0 is an empty slot
		answer answer
		ok     bool
	}
}

// ask gives the answer about token i, from find if it is not kept.
func (m *memo[answer]) ask(c *context, i int, find func(*context, int) (answer, bool)) (answer, bool) {
	slot := &m.slots[uint(i)%uint(len(m.slots))]
	if slot.asked == i+2 {
		return slot.answer, slot.ok
	}
	found, ok := find(c, i) // which may ask about other tokens and use the slot
	slot.asked, slot.answer, slot.ok = i+2, found, ok
	return found, ok
}

// truths is a memo of a question of yes or no.
type truths [8]struct {
	asked int
	truth bool
}

// holds says whether the test holds of token i.
func (m *truths) holds(c *context, i int, test func(*context, int) bool) bool {
	said := &m[uint(i)%uint(len(m))]
	if said.asked != i+2 {
		truth := test(c, i)
		said.asked, said.truth = i+2, truth
	}
	return said.truth
}

// memos are the questions whose answers are kept.
type memos struct {
	numeral  memo[numeral]
	amount   memo[amount]
	phone    memo[phoneNumber]
	date     memo[calendarDate]
	clock    memo[clockTime]
	counts   truths
	measured truths
	run      threes
	equal    struct {
		from, to int
		found    bool
	}
	said [4]struct {
		start, end    int
		signed, words string
	}
}

// threes is a run of groups of three digits, each after a blank: "123 456" after the first number.
type threes struct {
	from, to int // tokens
	cut      bool
	narrow   int // the last blank in it that is an ordinary one
}
