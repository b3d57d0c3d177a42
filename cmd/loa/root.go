package main

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func newRoot(env environment) *cobra.Command {
	root := &cobra.Command{
		Use:           "loa",
		Short:         "Từ bài viết Markdown ra trang tin, nguồn tin và lời đọc cho đài truyền thanh",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage{words: "không có lệnh “" + args[0] + "”"}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return cmd.Help() },
	}
	root.SetOut(env.Out)
	root.SetErr(env.Err)
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetHelpCommand(&cobra.Command{Hidden: true, Use: "khong-dung"})
	root.SetUsageTemplate(usageTemplate)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usage{command: commandOf(cmd), words: "cờ không dùng được: " + err.Error()}
	})
	root.AddCommand(newNew(env), newCheck(env), newRead(env), newBuild(env), newServe(env), newBundle(env))
	for _, c := range append(root.Commands(), root) {
		c.Flags().BoolP("help", "h", false, "in cách dùng")
		c.DisableFlagsInUseLine = true
		c.Flags().VisitAll(hideDefault)
	}
	return root
}

// hideDefault keeps cobra from saying in English what the Vietnamese words of a flag say already.
func hideDefault(f *pflag.Flag) {
	switch f.DefValue = ""; f.Value.Type() {
	case "int":
		f.DefValue = "0"
	case "stringArray":
		f.DefValue = "[]"
	}
}

func commandOf(cmd *cobra.Command) string {
	return strings.TrimPrefix(strings.TrimPrefix(cmd.CommandPath(), "loa"), " ") + spaceAfter(cmd)
}

func spaceAfter(cmd *cobra.Command) string {
	if cmd.HasParent() {
		return " "
	}
	return ""
}

// noArguments refuses words behind a command that takes none.
func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usage{command: commandOf(cmd), words: "thừa “" + args[0] + "”"}
	}
	return nil
}

const usageTemplate = `Cách dùng:
  {{if .HasAvailableSubCommands}}{{.CommandPath}} LỆNH{{else}}{{.UseLine}}{{end}}{{if .HasExample}}

Ví dụ:
{{.Example}}{{end}}{{if .HasAvailableSubCommands}}

Các lệnh:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

Cờ:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}
`
