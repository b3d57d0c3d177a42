package verbalize

// room is what one Read works in and the next one uses again. No part of it is given out.
type room struct {
	context   context
	sentences sentences
}

// maxRoom is the number of tokens beyond which a room is not kept.
const maxRoom = 1 << 16

func (r *Reader) room() *room {
	if used, ok := r.rooms.Get().(*room); ok {
		return used
	}
	return &room{context: context{region: r.region, lexicons: r.lexicons}}
}

// leave keeps a room for the next Read, without what it knows of the text.
func (r *Reader) leave(used *room) {
	if cap(used.context.tokens) > maxRoom {
		return
	}
	used.context.text = ""
	clear(used.context.tokens)
	used.context.memos = memos{}
	used.sentences.reset(tally{})
	r.rooms.Put(used)
}
