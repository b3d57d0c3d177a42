package audio_test

import (
	"fmt"
	"time"

	"github.com/vinhlinh/loa/generator/audio"
)

// Captions come from the times at which the sentences of a sound are said.
func ExampleCaptions() {
	sound := &audio.Sound{Length: 6 * time.Second, Cues: []audio.Cue{
		{Start: 1500 * time.Millisecond, End: 3 * time.Second, Text: "Gọi 113 khi thấy dây đứt."},
		{Start: 3600 * time.Millisecond, End: 6 * time.Second, Text: "Đừng chạm vào dây."},
	}}
	fmt.Print(string(audio.Captions(sound)))
	// Output:
	// WEBVTT
	//
	// 1
	// 00:00:01.500 --> 00:00:03.000
	// Gọi 113 khi thấy dây đứt.
	//
	// 2
	// 00:00:03.600 --> 00:00:06.000
	// Đừng chạm vào dây.
}
