package program

import (
	"os"
	"os/exec"
)

// apart does nothing: Windows has no process groups of this kind.
func apart(*exec.Cmd) {}

// killGroup ends the program alone.
func killGroup(p *os.Process) error { return p.Kill() }

// environment is all that a program learns of the machine. Without SystemRoot many programs of Windows do not start.
func environment(folder, home string) []string {
	return []string{"PATH=" + folder + `;C:\Windows\System32;C:\Windows`, `SystemRoot=C:\Windows`, "LANG=C.UTF-8", "HOME=" + home, "USERPROFILE=" + home}
}
