package release_test

import "errors"

// childOnFullDisk is never asked for: Windows has no limit on the size of files to stand for a full disk.
func childOnFullDisk(string) error { return errors.New("not on Windows") }
