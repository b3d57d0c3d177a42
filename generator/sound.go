package generator

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"time"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/audio"
	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/schedule"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/speech"
)

// Sounder gives the sounds of articles by their ID, and why others have none. It may leave out what is not made yet: pages come first.
type Sounder func(ctx context.Context, want Wanted, requests []audio.Request) (map[string]*audio.Sound, []audio.Failure)

// Wanted is how the office wants to be heard.
type Wanted struct {
	settings.Sound
	BeforeRepeat time.Duration // silence before a second reading
}

// Sounds asks for the sounds of what is published at an instant. Findings are recordings that cannot be used; the error is a voice that
// failed. An article without sound because a program is not installed is neither, unless the office demands sound.
func Sounds(ctx context.Context, content Content, at time.Time, pending bool, ask Sounder) (map[string]*audio.Sound, []diagnostic.Diagnostic, error) {
	set := content.Set.Published(at, pending)
	made, found, err := sounds(ctx, set, content.Scripts, at, ask)
	return heard(set, made), found, err
}

// sounds is Sounds for a set that was published already. It knows more than may be published; see [heard].
func sounds(ctx context.Context, set *article.Set, scripts map[string]*speech.Script, at time.Time, ask Sounder) (map[string]*audio.Sound, []diagnostic.Diagnostic, error) {
	want := set.Settings.Sound
	if ask == nil || want.Make == settings.SoundNever {
		return nil, nil, nil
	}
	made, failed := ask(ctx, Wanted{want, set.Settings.Pauses.BeforeRepeat}, soundRequests(set, scripts, at))
	found, err := judge(set, want, failed)
	return made, found, err
}

// heard are the sounds that may be published: a withdrawn article's is known for its length alone.
func heard(set *article.Set, made map[string]*audio.Sound) map[string]*audio.Sound {
	published := maps.Clone(made)
	for _, a := range set.Articles {
		if a.Withdrawn != nil {
			delete(published, a.ID)
		}
	}
	return published
}

// remembered is for how long the length of a withdrawn article's sound counts in the plan: what was planned with it does not move on its
// last day, nor in the days that the stations' documents look back.
const remembered = 7 * 24 * time.Hour

// soundRequests are the articles that can be heard: neither expired nor withdrawn, or withdrawn of late, with a recording or in a
// language that the voice speaks.
func soundRequests(set *article.Set, scripts map[string]*speech.Script, at time.Time) []audio.Request {
	var requests []audio.Request
	for _, a := range set.Articles {
		if a.ExpiredAt(at) || a.Withdrawn != nil && at.Sub(a.Withdrawn.At) > remembered {
			continue
		}
		language := "vi"
		if a.Broadcast != nil && a.Broadcast.Language != "" {
			language = a.Broadcast.Language
		}
		r := audio.Request{Article: a.ID, Title: a.Title, Script: scripts[a.ID], Recording: a.Recording, Tag: soundTag(set.Settings, a)}
		switch {
		case a.Recording != nil:
			r.File = a.Recording.Path
		case r.Script == nil || language != "vi":
			continue
		}
		requests = append(requests, r)
	}
	return requests
}

// soundTag is what a player shows. No address is in it: a preview's sounds are then those of the release, and a site that moves keeps
// its own.
func soundTag(s *settings.Settings, a *article.Article) audio.Tag {
	t := audio.Tag{Title: a.Title, Artist: s.Publisher.Name, Album: s.Site.Name, Year: a.Date.Year()}
	if a.Author != "" {
		t.Artist = a.Author
	}
	return t
}

// judge tells what a writer can mend from what the machine could not do.
func judge(set *article.Set, want settings.Sound, failed []audio.Failure) (found []diagnostic.Diagnostic, err error) {
	byID := make(map[string]*article.Article, len(set.Articles))
	for _, a := range set.Articles {
		byID[a.ID] = a
	}
	var troubles []error
	for i := range failed {
		f := &failed[i]
		flaw, is := errors.AsType[*audio.Flaw](f.Err)
		switch recording := byID[f.Article].Recording; {
		case byID[f.Article].Withdrawn != nil: // its length is then the script's
		case f.Absent() && want.Make != settings.SoundRequired:
		case is && recording != nil:
			found = append(found, recording.Refuse(flaw.Text, flaw.Cure))
		default:
			troubles = append(troubles, f)
		}
	}
	if len(troubles) > 0 {
		return found, fmt.Errorf("tiếng của %d bài:\n%w", len(troubles), errors.Join(troubles...))
	}
	return found, nil
}

// sounds adds the sound files and their captions.
func (o *Output) sounds(set *article.Set, made map[string]*audio.Sound) {
	for _, a := range set.Articles {
		s := made[a.ID]
		if s == nil {
			continue
		}
		o.Sounds++
		o.Files = append(o.Files, File{Path: address.File(s.Address()), From: &Stored{Path: s.File, Size: s.Size, SHA256: s.SHA256}})
		if len(s.Cues) > 0 {
			o.Files = append(o.Files, File{Path: address.File(address.Captions(a.Slug)), Data: audio.Captions(s)})
		}
	}
}

// soundOf is what the plan knows of an article's sound; of a withdrawn article's the length alone.
func soundOf(a *article.Article, s *audio.Sound) schedule.Sound {
	switch {
	case s == nil:
		return schedule.Sound{}
	case a.Withdrawn != nil:
		return schedule.Sound{Length: s.Length}
	}
	return schedule.Sound{Address: s.Address(), Length: s.Length}
}
