package server_test

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/vinhlinh/loa/generator/server"
)

func TestListenTakesTheNextFreePort(t *testing.T) {
	first, err := server.Listen("", 0)
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	port := first.Addr().(*net.TCPAddr).Port
	if !first.Addr().(*net.TCPAddr).IP.IsLoopback() {
		t.Errorf("without an address: got %s, want one that only this machine reaches", first.Addr())
	}
	if port > 65535-20 {
		t.Skipf("no 20 ports after %d", port)
	}
	second, err := server.Listen("127.0.0.1", port)
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	if got := second.Addr().(*net.TCPAddr).Port; got <= port || got > port+20 {
		t.Errorf("got port %d, want one of the 20 after %d", got, port)
	}
}

func TestListenSaysWhichPortCouldNotBeOpened(t *testing.T) {
	for _, port := range []int{65536, -1} {
		if l, err := server.Listen("", port); err == nil {
			l.Close()
			t.Errorf("%d: opened %s", port, l.Addr())
		}
	}
	if _, err := server.Listen("256.0.0.1", 1313); err == nil || !strings.Contains(err.Error(), "1313") {
		t.Errorf("no address of this machine: got %v, want an error with the port", err)
	}
}

func TestServeEndsWithItsContextAndFinishesWhatItBegan(t *testing.T) {
	l, err := server.Listen("", 0)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var finished atomic.Bool
	h := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		cancel() // in the middle of an answer
		if conn, err := l.Accept(); err == nil {
			conn.Close() // nobody else asks
		}
		_, _ = io.WriteString(w, "xong") // the listener is closed by now
		for range 1000 {
			runtime.Gosched()
		}
		finished.Store(true)
	})
	ended := make(chan error, 1)
	go func() {
		err := server.Serve(ctx, l, h)
		if !finished.Load() {
			t.Error("Serve returned while an answer was under way")
		}
		ended <- err
	}()
	response, body := ask(t, l.Addr().String(), "GET /")
	if response.StatusCode != 200 || body != "xong" {
		t.Errorf("got %d %q", response.StatusCode, body)
	}
	if err := <-ended; err != nil {
		t.Errorf("got %v, want nil", err)
	}
	if _, err := l.Accept(); !errors.Is(err, net.ErrClosed) {
		t.Errorf("the listener is still open: %v", err)
	}
}

func TestServeGivesTheErrorOfItsListener(t *testing.T) {
	l, err := server.Listen("", 0)
	if err != nil {
		t.Fatal(err)
	}
	l.Close()
	if err := server.Serve(t.Context(), l, http.NotFoundHandler()); err == nil {
		t.Error("served a closed listener")
	}
}
