using Ecosystem.ServiceDefaults;

[assembly: Term("id", "UUID that names the thing for good.")]
[assembly: Term("version", "Number of the thing's last change, from 1; the header `ETag` carries it, and `If-Match` compares it.")]
[assembly: Term("position", "Place of the last change in the service's log; send it as `Min-Position`, and a list waits until it shows the change.")]
[assembly: Term("asOf", "Shows the thing as it stood then: RFC 3339 with an offset, e.g. 2026-11-22T08:00:00Z. Left out: now.")]
[assembly: Term("at", "When it happened, in UTC.")]
[assembly: Term("commune", "Code of a commune, ward or special zone, five digits, e.g. 00082.")]
[assembly: Term("province", "Code of a province or municipality, two digits, e.g. 01.")]
[assembly: Term("organisation", "Organisation code: province, commune where there is one, and kind, joined by dots, e.g. 01.00082.MTTQ.")]
[assembly: Term("language", "Language of texts for people: vi or en.")]
[assembly: Term("name", "Name as people know it.")]
