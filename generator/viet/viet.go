// Package viet knows the Vietnamese writing system: letters, tones, syllables, one form of Unicode, folding without marks, slugs.
//
// It has no notion of files or places. Strings go in, strings and answers come out; every function is pure.
package viet

import "golang.org/x/text/unicode/norm"

// NFC gives s in Unicode Normalization Form C, the form of all texts inside and outside loa (TCVN 6909 asks for precomposed letters).
func NFC(s string) string { return norm.NFC.String(s) }

// IsNFC says whether s is in Normalization Form C already.
func IsNFC(s string) bool { return norm.NFC.IsNormalString(s) }
