package server

import (
	"path"
	"strings"
)

// mediaTypes are those of FEEDS.md section 2.1 and of what else a release holds, by extension. The system's own table is not asked:
// it differs from machine to machine.
var mediaTypes = map[string]string{
	".html":        "text/html; charset=utf-8",
	".css":         "text/css; charset=utf-8",
	".js":          "text/javascript; charset=utf-8", // RFC 9239
	".json":        "application/json",               // always UTF-8: RFC 8259 section 8.1
	".webmanifest": "application/manifest+json",
	".xml":         "application/xml; charset=utf-8",
	".opml":        "text/x-opml; charset=utf-8",
	".ics":         "text/calendar; charset=utf-8", // RFC 5545 section 8.1
	".m3u":         "audio/x-mpegurl; charset=utf-8",
	".txt":         "text/plain; charset=utf-8",
	".vtt":         "text/vtt; charset=utf-8",
	".mp3":         "audio/mpeg",
	".m4a":         "audio/mp4",
	".ogg":         "audio/ogg",
	".wav":         "audio/wav",
	".jpg":         "image/jpeg",
	".jpeg":        "image/jpeg",
	".png":         "image/png",
	".webp":        "image/webp",
	".avif":        "image/avif",
	".gif":         "image/gif",
	".svg":         "image/svg+xml",
	".ico":         "image/x-icon",
	".woff2":       "font/woff2",
	".pdf":         "application/pdf",
	".zip":         "application/zip",
}

// feedTypes are those of channels, by the whole name: an ".xml" of another name is no feed.
var feedTypes = map[string]string{
	"rss.xml":     "application/rss+xml; charset=utf-8",
	"podcast.xml": "application/rss+xml; charset=utf-8",
	"atom.xml":    "application/atom+xml; charset=utf-8",
	"feed.json":   "application/feed+json; charset=utf-8",
}

// mediaType gives the media type of a file. What is not known is bytes: with "nosniff" no browser guesses.
func mediaType(name string) string {
	if kind, ok := feedTypes[path.Base(name)]; ok {
		return kind
	}
	if kind, ok := mediaTypes[strings.ToLower(path.Ext(name))]; ok {
		return kind
	}
	return "application/octet-stream"
}

// isPage says whether a media type is that of a page.
func isPage(kind string) bool { return kind == mediaTypes[".html"] }

// compressible says whether files of a media type shrink: text, and what is text under another name.
func compressible(kind string) bool {
	kind, _, _ = strings.Cut(kind, ";")
	switch {
	case strings.HasPrefix(kind, "text/"), strings.HasSuffix(kind, "xml"), strings.HasSuffix(kind, "json"), kind == "audio/x-mpegurl", kind == "image/x-icon":
		return true
	}
	return false
}
