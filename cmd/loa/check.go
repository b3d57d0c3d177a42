package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/vinhlinh/loa/generator"
)

func newCheck(env environment) *cobra.Command {
	var asJSON, strict bool
	cmd := &cobra.Command{
		Use:     "check [cờ]",
		Short:   "Tìm mọi lỗi trong nội dung, chỉ chỗ và cách chữa; không sửa gì",
		Example: "  loa check\n  loa check --json",
		Args:    noArguments,
		RunE: func(cmd *cobra.Command, args []string) error {
			root, err := env.root()
			if err != nil {
				return err
			}
			defer root.Close()
			content, found, err := generator.Check(generator.Input{Root: root.FS()})
			if err != nil {
				return err
			}
			out := terminal{env}
			bad, err := out.findings(found, asJSON, strict)
			if err != nil {
				return err
			}
			if bad {
				return errFindings
			}
			if !asJSON && len(found) == 0 {
				fmt.Fprintf(env.Out, "%d bài, %d văn bản: không thấy gì phải chữa.\n", len(content.Set.Articles), len(content.Set.Documents))
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "in mỗi chỗ thành một dòng JSON ra đầu ra chuẩn")
	cmd.Flags().BoolVar(&strict, "strict", false, "coi cảnh báo như lỗi")
	return cmd
}
