package article

import (
	"fmt"
	"strings"
	"time"

	"github.com/vinhlinh/loa/generator/settings"
)

// Skeleton is the index.md that `loa new` writes: every key that an article must have, with words that say what to put there. It is
// complete but for the writer's own work: loa check names exactly what is still to be done.
func Skeleton(id, title string, topics []string, author string, at time.Time) string {
	const week = 6 // days after the first
	day := at.In(settings.Zone).AddDate(0, 0, 1)
	return fmt.Sprintf(`---
id: %s
title: %s
description: 
date: %s
draft: true # xong bài thì bỏ dòng này
chu_de: # chọn một: %s
tac_gia: %s
dieu_can_nho: # 2 đến 5 dòng, mỗi dòng một việc người dân phải làm
  - 
  - 
# phat_thanh: # bài để phát trên loa thì bỏ dấu # ở đầu các dòng này
#   tu: %s # bài dùng lâu dài thì bỏ cả tu và den
#   den: %s
#   uu_tien: thuong # thuong, cao hoặc khan
#   so_lan: 2
#   gio: ["05:45", "17:15"]
#   dia_ban: tat-ca
---

`, id, quote(title), at.In(settings.Zone).Format(time.RFC3339), strings.Join(topics, ", "), quote(author),
		day.Format(time.DateOnly), day.AddDate(0, 0, week).Format(time.DateOnly))
}

// quote writes a scalar that YAML cannot misread.
func quote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(strings.Join(strings.Fields(s), " ")) + `"`
}
