package bundle

import (
	"bytes"
	"html/template"

	"github.com/vinhlinh/loa/generator/schedule"
)

// The pages open by a double click: all links are names of the bundle's own files, style and script are in the page, nothing is
// fetched. Each is right without its script.

var (
	dayPage      = newPage(dayText)
	overviewPage = newPage(overviewText)
	logPage      = newPage(logText)
)

func newPage(body string) *template.Template {
	return template.Must(template.Must(template.New("page").Parse(frameText)).Parse(body))
}

// page adds a page.
func (p *packer) page(path string, page *template.Template, value any) {
	var b bytes.Buffer
	if err := page.Execute(&b, value); err != nil {
		panic("bundle: " + path + ": " + err.Error())
	}
	p.add(path, b.Bytes())
}

const frameText = `<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }}</title>
<style>{{ .Style }}</style>
</head>
<body>
{{ template "main" . }}
<footer>
<p>{{ .Office }}</p>
<p>Lời bài sửa lần cuối: {{ .Updated }}</p>
<p>Bản mới, khi có mạng: <span class="dia-chi">{{ .Home }}</span></p>
</footer>
<script>{{ .Code }}</script>
</body>
</html>
{{ define "khac-ngay" }}<p class="bao" data-ngay="{{ .Days }}" hidden>Đồng hồ máy này đang là ngày <b></b>. Gói này không lập cho ngày đó.</p>
{{ end }}{{ define "khong-phat" }}{{ with .Taken }}<section class="bao">
<h2>` + schedule.TakenTitle + `</h2>
<p>` + schedule.TakenLead + `</p>
<ul>
{{ range . }}<li><b><bdi>{{ .Title }}</bdi></b> {{ .Since }} {{ .Reason }} {{ .Hours }}<br>{{ .Said }}</li>
{{ end }}</ul>
</section>
{{ end }}{{ end }}`

const dayText = `{{ define "main" }}<header>
<div>
<h1><span class="dai">{{ .Station }}</span> <span class="ngay"><span>{{ .Weekday }},</span> <span>{{ .Date }}</span></span></h1>
{{ with .Up }}<p><a href="{{ . }}">Các ngày trong gói này</a></p>{{ end }}
</div>
</header>
<main>
{{ template "khac-ngay" . }}{{ with .Silence }}<p class="nhac">{{ . }}</p>
{{ end }}{{ with .Urgent }}<section class="bao">
<h2>Phát ngay, không chờ buổi</h2>
<ul class="lich">
{{ range . }}{{ template "bai" . }}{{ end }}</ul>
</section>
{{ end }}{{ template "khong-phat" . }}{{ with .Empty }}<p class="nhac">{{ . }}</p>
{{ end }}{{ range .Sessions }}<section>
<h2>{{ .Title }}</h2>
{{ with .Opening }}<div class="loi"><p class="nhan">Lời chào</p>{{ range . }}<p>{{ . }}</p>{{ end }}</div>
{{ end }}{{ with .Empty }}<p>{{ . }}</p>
{{ end }}<ol class="lich">
{{ range .Entries }}{{ template "bai" . }}{{ end }}</ol>
{{ with .Closing }}<div class="loi"><p class="nhan">Lời kết</p>{{ range . }}<p>{{ . }}</p>{{ end }}</div>
{{ end }}</section>
{{ end }}<section class="man">
<h2>Mang theo, in ra</h2>
<p class="viec"><a class="nut chinh" href="so-ghi.html">Sổ ghi phát</a> <a class="nut" href="bang.csv">Bảng chương trình</a> <button class="nut" type="button" data-in hidden>In trang này</button></p>
<ul>
<li>Số đứng đầu tên tệp là thứ tự phát trong ngày; cuối tên là độ dài: 2p30 là 2 phút 30 giây.</li>
<li>Phát lần lượt cả ngày: mở tệp phat.m3u trong thư mục này bằng máy nghe nhạc; máy không nhận thì mở phat.m3u8.</li>
<li>Máy đọc của hãng khác: mở tệp trong thư mục doc-may, chép hết, dán vào ô chữ. Tệp có đuôi -p2 là phần sau.</li>
<li>Bảng chương trình mở bằng Excel mà chữ dồn vào một cột: chọn Dữ liệu, Từ văn bản/CSV, mã UTF-8, dấu phân cách là dấu phẩy.</li>
</ul>
</section>
</main>{{ end }}
{{ define "bai" }}<li{{ if .Relay }} class="tiep-am"{{ end }}>
{{ with .Clock }}<time>{{ . }}</time>
{{ end }}<div>
<p class="ten">{{ with .Mark }}<b class="muc">{{ . }}</b> {{ end }}{{ with .Rank }}<span class="so">{{ . }}</span> {{ end }}<bdi>{{ .Title }}</bdi></p>
<p class="ke">{{ range $i, $fact := .Facts }}{{ if $i }}&nbsp;· {{ end }}{{ $fact }}{{ end }}</p>
{{ with .Sound }}<audio controls preload="none" src="{{ . }}" aria-label="Nghe bài {{ $.Rank }}: {{ $.Title }}"></audio>
{{ end }}{{ with .Words }}<details>
<summary>Lời đọc</summary>
{{ range . }}<p>{{ range $i, $line := . }}{{ if $i }}<br>{{ end }}{{ $line }}{{ end }}</p>
{{ end }}</details>
{{ end }}{{ with .Text }}<p class="man"><a class="tep" href="{{ . }}">Mở tệp lời đọc (.txt)</a></p>
{{ end }}</div>
</li>
{{ end }}`

const overviewText = `{{ define "main" }}<header>
<div>
<h1><span class="dai">{{ .Station }}</span> <span class="ngay">{{ .Span }}</span></h1>
</div>
</header>
<main>
{{ template "khac-ngay" . }}{{ template "khong-phat" . }}<section>
<h2>Chọn ngày</h2>
<ul class="cac-ngay">
{{ range .List }}<li><a class="nut" href="{{ .Address }}"><span>{{ .Weekday }},</span> <span class="lon">{{ .Date }}</span></a> {{ .Facts }}{{ range .Urgent }}<br><b class="muc">Khẩn</b> <bdi>{{ . }}</bdi>{{ end }}</li>
{{ end }}</ul>
<p>Tệp tiếng của mọi ngày nằm chung trong thư mục am-thanh.</p>
</section>
</main>{{ end }}`

const logText = `{{ define "main" }}<header>
<div>
<h1><span class="dai">Sổ ghi phát · {{ .Station }}</span> <span class="ngay"><span>{{ .Weekday }},</span> <span>{{ .Date }}</span></span></h1>
<p class="man"><a href="index.html">Chương trình trong ngày</a></p>
</div>
</header>
<main>
<p class="man"><button class="nut chinh" type="button" data-in hidden>In sổ ghi</button></p>
{{ with .Urgent }}{{ template "bang" . }}{{ end }}{{ with .Empty }}<p class="nhac">{{ . }}</p>
{{ end }}{{ range .Sessions }}{{ template "bang" . }}{{ end }}<div class="ky">
<p>Người trực đài</p>
<p>Người phụ trách</p>
</div>
</main>{{ end }}
{{ define "bang" }}<div class="bang"><table>
<caption>{{ .Title }}</caption>
<thead><tr><th scope="col">Giờ</th><th scope="col">Nội dung</th><th scope="col">Lần</th><th scope="col">Phát lúc</th><th scope="col">Ký</th></tr></thead>
<tbody>
{{ range .Entries }}<tr{{ if .Relay }} class="tiep-am"{{ end }}><td>{{ .Clock }}</td><td>{{ with .Rank }}{{ . }}. {{ end }}<bdi>{{ .Title }}</bdi>{{ with .Mark }} <b class="muc">{{ . }}</b>{{ end }}</td><td>{{ .Reading }}</td><td></td><td></td></tr>
{{ end }}{{ range .Blank }}<tr class="trong"><td></td><td></td><td></td><td></td><td></td></tr>
{{ end }}</tbody>
</table></div>
{{ end }}`
