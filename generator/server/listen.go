package server

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"time"
)

// morePorts is how many ports after the wanted one are tried.
const morePorts = 20

// Listen opens port on addr, or the first free one of the next 20; an empty addr is 127.0.0.1, which only this machine reaches. Port 0
// is any free one. If none can be opened the error is that of the wanted port.
func Listen(addr string, port int) (net.Listener, error) {
	if addr == "" {
		addr = "127.0.0.1"
	}
	if port < 0 || port > 65535 {
		return nil, fmt.Errorf("listen: no port has the number %d", port)
	}
	var first error
	for p := port; p <= min(port+morePorts, 65535); p++ {
		l, err := net.Listen("tcp", net.JoinHostPort(addr, strconv.Itoa(p)))
		if err == nil {
			return l, nil
		}
		if first == nil {
			first = err
		}
	}
	return nil, fmt.Errorf("listen on port %d: %w", port, first)
}

// Limits of a connection. A slow reader may take half an hour for the largest sound (60 MB, which is 270 kbit/s); one that says
// nothing is let go soon, so that idle connections do not use up the machine.
const (
	headerTimeout = 10 * time.Second
	readTimeout   = 30 * time.Second
	writeTimeout  = 30 * time.Minute
	idleTimeout   = 2 * time.Minute
	maxHeader     = 16 << 10
	grace         = 5 * time.Second // for requests under way when the server ends
)

// Serve answers what comes to l by h until ctx ends, then lets the requests under way finish for five seconds. It closes l. The
// error is nil when ctx ended.
func Serve(ctx context.Context, l net.Listener, h http.Handler) error {
	s := &http.Server{Handler: h, ReadHeaderTimeout: headerTimeout, ReadTimeout: readTimeout, WriteTimeout: writeTimeout,
		IdleTimeout: idleTimeout, MaxHeaderBytes: maxHeader}
	ended := make(chan struct{})
	stop := context.AfterFunc(ctx, func() {
		defer close(ended)
		ending, cancel := context.WithTimeout(context.WithoutCancel(ctx), grace)
		defer cancel()
		if s.Shutdown(ending) != nil {
			s.Close()
		}
	})
	err := s.Serve(l)
	if stop() {
		return fmt.Errorf("serve %s: %w", l.Addr(), err)
	}
	<-ended
	return nil
}
