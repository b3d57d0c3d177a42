package article_test

import (
	"bytes"
	"encoding/binary"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/vinhlinh/loa/generator/article"
)

const recorded = `---
id: 7k2m9x4q
title: Thấy dây rơi trên đường, đứng xa và báo ngay
description: Ba việc bà con làm khi thấy dây nằm trên đường.
date: 2023-04-23
chu_de: cap-va-cot
dieu_can_nho: [Thấy dây rơi thì đứng xa, Báo ngay cho thôn]
am_thanh: {tep: TEP, giong: Nguyễn Thị Hoa, loai: tong-hop}
---

Sáng sớm, một sợi dây nằm vắt ngang đường thôn.
`

// withRecording is a small content whose article names this file.
func withRecording(name string, file *fstest.MapFile) fstest.MapFS {
	return fstest.MapFS{
		"content/chu-de/cap-va-cot/index.md": {Data: []byte("---\nid: 0000000t\ntitle: Cáp và cột\ndescription: Dây.\n---\n")},
		"content/bai-viet/day-roi/index.md":  {Data: []byte(strings.Replace(recorded, "TEP", name, 1))},
		"content/bai-viet/day-roi/" + name:   file,
	}
}

// frames are n silent frames that begin with this header.
func frames(header uint32, length, n int) []byte {
	frame := make([]byte, length)
	binary.BigEndian.PutUint32(frame, header)
	return bytes.Repeat(frame, n)
}

func TestRecordingIsOfItsKindOrRefused(t *testing.T) {
	for _, c := range []struct {
		name, file string
		data       []byte
		mode       fs.FileMode
		want       string // check; "" for a recording that is taken
	}{
		{"frames of 64 kbit/s", "doc.mp3", frames(0xfffb50c0, 208, 3), 0, ""},
		{"an MP3 with a tag", "doc.mp3", []byte("ID3\x03"), 0, ""},
		{"a WAV", "doc.wav", []byte("RIFF\x24\x00\x00\x00WAVEfmt "), 0, ""},
		{"a telephone's memo", "doc.m4a", []byte("\x00\x00\x00\x1cftypM4A "), 0, ""},
		{"a voice message", "doc.oga", []byte("OggS\x00"), 0, ""},
		{"nothing", "doc.mp3", nil, 0, "tieng-sai"},
		{"one frame and then something else", "doc.mp3", append(frames(0xfffb50c0, 208, 1), "chữ"...), 0, "tieng-sai"},
		{"a web page", "doc.mp3", []byte("<!DOCTYPE html>"), 0, "tieng-sai"},
		{"a link", "doc.mp3", []byte("/etc/passwd"), fs.ModeSymlink, "tep-dac-biet"},
		{"a pipe", "doc.mp3", nil, fs.ModeNamedPipe, "tep-dac-biet"},
		{"60 MB", "doc.mp3", append(frames(0xfffb50c0, 208, 3), make([]byte, 60<<20-3*208)...), 0, ""},
		{"a byte more than 60 MB", "doc.mp3", append(frames(0xfffb50c0, 208, 3), make([]byte, 60<<20-3*208+1)...), 0, "tep-qua-lon"},
		{"an ending in capitals", "doc.MP3", []byte("ID3\x03"), 0, "ten-tep-sai"},
		{"a name that Windows keeps", "aux.mp3", []byte("ID3\x03"), 0, "ten-tep-sai"},
	} {
		t.Run(c.name, func(t *testing.T) {
			set, found, err := article.Load(withRecording(c.file, &fstest.MapFile{Data: c.data, Mode: c.mode | 0o644}), office())
			if err != nil {
				t.Fatal(err)
			}
			rec := set.Articles[0].Recording
			if c.want != "" {
				if len(found) != 1 || found[0].Check.Name != c.want || rec != nil {
					t.Errorf("found %+v, want %s; recording %+v", found, c.want, rec)
				}
				return
			}
			if len(found) != 0 || rec == nil {
				t.Fatalf("found %+v, recording %+v", found, rec)
			}
			if rec.Path != "content/bai-viet/day-roi/"+c.file || rec.Size != int64(len(c.data)) || rec.Speaker != "Nguyễn Thị Hoa" || !rec.Synthetic {
				t.Errorf("recording %+v", rec)
			}
			if got := rec.Place.Source.Text[rec.Place.Span.Start:rec.Place.Span.End]; got != c.file {
				t.Errorf("the recording is named at %q", got)
			}
		})
	}
}

func TestSoundKindKnowsWhatPeopleTakeForARecording(t *testing.T) {
	for _, c := range []struct{ name, head, want string }{
		{"MPEG-1, 64 kbit/s, 44.1 kHz", string(frames(0xfffb50c0, 208, 2)), article.MP3},
		{"the same with a padded frame", string(frames(0xfffb52c0, 209, 2)), article.MP3},
		{"MPEG-1, 320 kbit/s, 32 kHz", string(frames(0xfffbe8c0, 1440, 2)), article.MP3},
		{"MPEG-2, 8 kbit/s, 22.05 kHz", string(frames(0xfff310c0, 26, 2)), article.MP3},
		{"MPEG-2.5, 8 kbit/s, 8 kHz", string(frames(0xffe318c0, 72, 2)), article.MP3},
		{"two frames of different rates", string(frames(0xfffb50c0, 208, 1)) + string(frames(0xfffb54c0, 192, 1)), ""},
		{"a rate that there is not", string(frames(0xfffb5cc0, 208, 2)), ""},
		{"a free rate", string(frames(0xfffb00c0, 208, 2)), ""},
		{"layer II", string(frames(0xfffd50c0, 208, 2)), ""},
		{"ADTS", "\xff\xf1\x50\x80\x00\x1f\xfc", "AAC"},
		{"a film of a camera", "\x00\x00\x00\x14ftypqt  ", "phim QuickTime"},
		{"a film of a browser", "\x1a\x45\xdf\xa3\x01", "phim WebM"},
		{"a picture", "\x89PNG\r\n\x1a\n", "hình PNG"},
		{"a list of a player", "#EXTM3U\nmot.mp3\n", "văn bản"},
		{"words, cut within a letter", "Bà con đứng x\xe1\xba", "văn bản"},
		{"Latin-1", "B\xe0 con\x00", ""},
		{"nothing", "", ""},
	} {
		if got := article.SoundKind([]byte(c.head)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// FuzzSoundKind: whatever a file begins with, its kind depends on that beginning alone; an MP3 has a tag or a frame's first eleven bits.
func FuzzSoundKind(f *testing.F) {
	for _, seed := range []string{"ID3\x03", "RIFF\x24\x00\x00\x00WAVEfmt ", "OggS", "\x00\x00\x00\x1cftypM4A ", "#EXTM3U", "\xff\xf1\x50\x80", string(frames(0xfffb50c0, 208, 3))} {
		f.Add([]byte(seed))
	}
	known := []string{article.MP3, article.WAV, article.M4A, article.Ogg}
	f.Fuzz(func(t *testing.T, data []byte) {
		kind := article.SoundKind(data)
		if whole := append(bytes.Clone(data[:min(len(data), article.SoundHead)]), make([]byte, article.SoundHead)...); len(data) >= article.SoundHead && article.SoundKind(whole) != kind {
			t.Errorf("%x…: the kind %q depends on what comes after the first bytes", data[:16], kind)
		}
		if kind == article.MP3 && !bytes.HasPrefix(data, []byte("ID3")) && (data[0] != 0xff || data[1]&0xe0 != 0xe0) {
			t.Errorf("%x… is taken for an MP3", data[:4])
		}
		if slices.Contains(known, kind) && len(data) < 3 {
			t.Errorf("%x is taken for %s", data, kind)
		}
	})
}
