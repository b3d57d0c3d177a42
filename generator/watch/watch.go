// Package watch tells when files below some folders have changed and have come to rest.
//
// Editors write in several steps (a temporary file, a rename, an attribute); a build in the middle of them would see half an
// article. [Changes] therefore waits until nothing has changed for a while. fsnotify, which asks the kernel instead of polling, is the
// library of the field. Building is not its business: it gives signals.
package watch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Changes sends a signal after each burst of changes below the folders, once nothing has changed for calm. Signals that nobody takes
// are joined into one. Folders that appear later are watched too; hidden files (".git", an editor's ".x.swp") and backups ("x~") are
// passed over. The channel is closed when ctx ends or the kernel refuses to go on. A folder that is not there is an error.
func Changes(ctx context.Context, folders []string, calm time.Duration) (<-chan struct{}, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("watch: %w", err)
	}
	for _, folder := range folders {
		if err := addTree(w, folder); err != nil {
			return nil, errors.Join(err, w.Close())
		}
	}
	signals := make(chan struct{}, 1)
	go relay(ctx, w, calm, signals)
	return signals, nil
}

// relay turns the kernel's events into calm signals until ctx ends.
func relay(ctx context.Context, w *fsnotify.Watcher, calm time.Duration, signals chan<- struct{}) {
	defer close(signals)
	defer w.Close()
	rest := time.NewTimer(calm)
	rest.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case event, ok := <-w.Events:
			if !ok {
				return
			}
			if passedOver(event.Name) || event.Op == fsnotify.Chmod {
				continue
			}
			if event.Has(fsnotify.Create) {
				_ = addTree(w, event.Name) // gone again already, or a file: nothing to watch
			}
			rest.Reset(calm)
		case _, ok := <-w.Errors:
			if !ok {
				return
			}
			rest.Reset(calm) // events were lost: somebody should look
		case <-rest.C:
			select {
			case signals <- struct{}{}:
			default:
			}
		}
	}
}

// addTree watches a folder and all below it. A plain file is left to the folder that holds it.
func addTree(w *fsnotify.Watcher, root string) error {
	info, err := os.Stat(root)
	if err != nil {
		return fmt.Errorf("watch %s: %w", root, err)
	}
	if !info.IsDir() {
		return nil
	}
	return filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil // deleted while we walked
		case err != nil:
			return fmt.Errorf("watch %s: %w", name, err)
		case !d.IsDir():
			return nil
		case name != root && passedOver(name):
			return filepath.SkipDir
		}
		if err := w.Add(name); err != nil {
			return fmt.Errorf("watch %s: %w", name, err)
		}
		return nil
	})
}

func passedOver(name string) bool {
	base := filepath.Base(name)
	return strings.HasPrefix(base, ".") || strings.HasSuffix(base, "~")
}
