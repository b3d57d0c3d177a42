package bundle

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/audio"
)

// Sizes of the records of a ZIP (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16), without names.
const (
	localHeader      = 30
	directoryHeader  = 46
	directoryTrailer = 22
)

// archiveSize is what a ZIP of stored files weighs.
func archiveSize(files []File) int64 {
	size := int64(directoryTrailer)
	for _, f := range files {
		size += localHeader + directoryHeader + 2*int64(len(f.Path)) + f.Size
	}
	return size
}

// Write writes the ZIP: everything stored as it is, every time the first day's midnight, mode 0644.
//
// Each sound is read twice: first to hold it against its size and its digest, and to know the checksum that a ZIP has in front of a
// file's bytes, then to be copied. No byte is written before all sounds were found to be right. Not more than one buffer of a sound is in
// memory.
func (b *Bundle) Write(w io.Writer, open func(*audio.Sound) (io.ReadCloser, error)) error {
	headers := make([]*zip.FileHeader, len(b.Files))
	for i, f := range b.Files {
		sum := crc32.ChecksumIEEE(f.Data)
		if f.Sound != nil {
			var err error
			if sum, err = checksum(f.Sound, open); err != nil {
				return fmt.Errorf("bundle: %s: %w", f.Path, err)
			}
		}
		headers[i] = header(f, sum, b.date)
	}
	archive := zip.NewWriter(w)
	for i, f := range b.Files {
		entry, err := archive.CreateRaw(headers[i])
		if err == nil {
			err = f.copy(entry, open)
		}
		if err != nil {
			return fmt.Errorf("bundle: %s: %w", f.Path, err)
		}
	}
	if err := archive.Close(); err != nil {
		return fmt.Errorf("bundle: %w", err)
	}
	return nil
}

// header is a record whose size and checksum are known, so that none follows behind the bytes: old programs cannot read a stored file
// with such a record. (zip.Writer.CreateHeader always writes one.)
func header(f File, sum uint32, day civil.Date) *zip.FileHeader {
	h := &zip.FileHeader{Name: f.Path, Method: zip.Store, ReaderVersion: 20, CRC32: sum, CompressedSize64: uint64(f.Size), UncompressedSize64: uint64(f.Size)}
	h.SetMode(fs.FileMode(0o644))
	h.CreatorVersion |= 20
	//lint:ignore SA1019 CreateRaw writes this field and not Modified, and 00:00 is its zero
	h.ModifiedDate = dosDate(day)
	return h
}

// dosDate is a day as MS-DOS counts them, from 1980 to 2107.
func dosDate(d civil.Date) uint16 {
	year := min(max(d.Year, 1980), 2107)
	return uint16(year-1980)<<9 | uint16(d.Month)<<5 | uint16(d.Day)
}

// errChanged is about a sound that is not the one that was planned with.
var errChanged = errors.New("the sound is not the one that its digest names")

// checksum reads a sound, and gives its checksum if it is the one that is meant.
func checksum(s *audio.Sound, open func(*audio.Sound) (io.ReadCloser, error)) (uint32, error) {
	crc, digest := crc32.NewIEEE(), sha256.New()
	n, err := read(io.MultiWriter(crc, digest), s, open)
	if err != nil {
		return 0, err
	}
	if n != s.Size || hex.EncodeToString(digest.Sum(nil)) != s.SHA256 {
		return 0, errChanged
	}
	return crc.Sum32(), nil
}

// copy writes the bytes of a file.
func (f File) copy(w io.Writer, open func(*audio.Sound) (io.ReadCloser, error)) error {
	if f.Sound == nil {
		_, err := w.Write(f.Data)
		return err
	}
	crc := sha256.New()
	n, err := read(io.MultiWriter(w, crc), f.Sound, open)
	if err == nil && (n != f.Size || hex.EncodeToString(crc.Sum(nil)) != f.Sound.SHA256) {
		err = errChanged // between the two readings
	}
	return err
}

// read copies a sound, and not more than a byte above its size.
func read(w io.Writer, s *audio.Sound, open func(*audio.Sound) (io.ReadCloser, error)) (n int64, err error) {
	r, err := open(s)
	if err != nil {
		return 0, err
	}
	n, err = io.Copy(w, io.LimitReader(r, s.Size+1))
	return n, errors.Join(err, r.Close())
}
