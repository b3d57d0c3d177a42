package site

import "html/template"

// The types of this file are what templates are given: ready values. Texts are formatted, addresses complete and relative to the root
// (but where "absolute" is said), a plural or a missing part is decided. An empty string or a nil slice shows nothing.

// Frame is what every page has, whatever its kind.
type Frame struct {
	Masthead    Masthead
	Title       string // of the window: "X · Loa Vĩnh Linh"
	Description string
	Canonical   string // absolute; "" for a page without an address of its own (404)
	Hidden      bool   // not for search engines
	Policy      string // Content-Security-Policy with the hash of Style
	Style       template.CSS
	Code        []string // addresses of the scripts that the page uses
	Alternates  []Alternate
	Social      *Social     // nil: no metadata for shared links
	LinkedData  template.JS // JSON-LD; "" when there is none
	Today       string      // day that the scripts keep to, "2023-04-25"; "" for the reader's own
	Ribbon      string      // why readers do not see this page yet; "" when they do
	Icons       []string    // names of the drawings that the page uses
	Nav         []Link
	Foot        Foot
}

// Masthead is the site itself in the header.
type Masthead struct{ Name, Publisher, Home string }

// Foot is the last part of every page.
type Foot struct {
	Name, Publisher, Superior string
	Contact                   string
	Licence                   string
	Links                     []Link
	Printed                   string // the page's absolute address, for paper
}

// Link is a way to another page.
type Link struct {
	Name, Address string
	Current       bool // the page itself
	Outer         bool // leads to another site
}

// Alternate is a feed of what the page shows.
type Alternate struct{ Type, Title, Address string }

// Social is metadata of the Open Graph protocol.
type Social struct {
	Type, Title, Address, Name string
	Published, Modified        string // RFC 3339; "" when it has none
	Image, Alt                 string // 1200 × 630 pixels, absolute; what it says
}

// Fact is a small fact beside a title: words, and a day when it is one.
type Fact struct {
	Text string // "Đăng", "Đọc 2 phút"; may be ""
	Day  string // "ngày 25/4/2023", alone "25/4/2023"; may be ""
	ISO  string // "2023-04-25", set with Day
}

// Item is an article in a list.
type Item struct {
	Title, Address, Lead string
	Mark                 string // "Khẩn", "Ưu tiên" or ""
	Topic                Link
	Facts                []Fact
	Remember             []string // what to remember of it, where there is room
	Actions              []Action
}

// Section is a titled list of items with a way to more of them. Key is its anchor.
type Section struct {
	Key, Title string
	More       *Link
	Items      []Item
	Wide       bool   // two columns where there is room
	Quiet      bool   // the title is for those who do not see the page: its own title says the same
	Empty      string // what stands there when Items is empty
}

// Action is a button: a way to Address, or something that the script named Script does.
type Action struct {
	Name, Address string
	Icon          string // "" without
	Script        string // "in": value of data-viec; the button is hidden until the script shows it
	Download      bool
	Primary       bool
	Day           string // "2023-04-25": the script hides the action when that day is over; "" for one that stays
}

// Band announces a running campaign.
type Band struct {
	Title, Address string
	Left           string // "Còn 6 ngày", "Hôm nay là ngày cuối"
	First, Last    string // "2023-04-22", "2023-05-01"
	Until          string // "đến hết ngày 01/5/2023"
}

// Report is the box with the numbers to ring.
type Report struct {
	Steps   bool // with what to do before ringing
	Numbers []Number
	All     string // address of the page of all numbers
}

// Number is a telephone number.
type Number struct {
	Digits  string // as dialled
	Shown   string // as printed
	Name    string // who answers
	When    string // ring when …
	Facts   []string
	Source  string // where it was read; "" in a report box
	Checked string // in a report box: "Kiểm tra ngày 20/4/2023"; "" when that is not known
}

// TopicCard is a topic in the grid of topics.
type TopicCard struct{ Name, Address, Lead, Count string }

// TopicGrid is the topics. Quiet: the title of the page says already what they are.
type TopicGrid struct {
	Topics []TopicCard
	Quiet  bool
}

// Notice stands above the title: withdrawn (grave), corrected, expired.
type Notice struct {
	Title, Text string
	Grave       bool
}

// Dated is a text with a day.
type Dated struct{ Day, ISO, Text string }

// Basis is one legal basis as it is printed.
type Basis struct {
	Name    string // "Luật Viễn thông số 41/2009/QH12"
	Address string // of the document page, or ""
	Rest    string // issuer, date, part cited
	Note    string // what has changed since
}

// Piece is a stretch of a line in which something may have been left blank.
type Piece struct {
	Text  string
	Blank bool
}

// Address is an address to be copied.
type Address struct{ Name, Use, URL string }

// FeedBox is the feeds of one channel. More is where they are explained.
type FeedBox struct {
	Feeds []Address
	More  string
}
