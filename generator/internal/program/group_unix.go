//go:build unix

package program

import (
	"errors"
	"os"
	"os/exec"
	"syscall"
)

// apart makes a program the first of a process group of its own, so that what it starts can be ended with it.
func apart(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

// killGroup ends all processes of a program's group. That there are none left is no error.
func killGroup(p *os.Process) error {
	if err := syscall.Kill(-p.Pid, syscall.SIGKILL); err != nil {
		if errors.Is(err, syscall.ESRCH) {
			return os.ErrProcessDone
		}
		return err
	}
	return nil
}

// environment is all that a program learns of the machine.
func environment(folder, home string) []string {
	return []string{"PATH=" + folder + ":/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8", "HOME=" + home}
}
