using Ecosystem.ServiceDefaults;

[assembly: Term("format", "json or xml.")]
[assembly: Term("token", "A report's tracking code.")]
[assembly: Term("jurisdiction_id", "Code of a province (two digits) or commune (five); left out: all.")]
[assembly: Term("service_request_id", "Ids of reports, separated by commas; then nothing else counts.")]
[assembly: Term("service_code", "Codes of categories, separated by commas.")]
[assembly: Term("start_date", "Submitted at this time or later, e.g. 2026-11-22T00:00:00Z; at most 90 days before the end.")]
[assembly: Term("end_date", "Submitted at this time or earlier.")]
[assembly: Term("updated_after", "In its state since this time or later.")]
[assembly: Term("updated_before", "In its state since this time or earlier.")]
[assembly: Term("page", "Number of the page, from 1.")]
[assembly: Term("page_size", "Reports a page, 1 to 1,000, default 1,000.")]
