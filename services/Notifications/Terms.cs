using Ecosystem.ServiceDefaults;

[assembly: Term("template", "Name of the template that made the text.")]
[assembly: Term("subject", "The message in one line.")]
[assembly: Term("text", "The message in full.")]
[assembly: Term("arguments", "Ids and codes of what the message is about, so that an app can open it.")]
[assembly: Term("createdAt", "When the message arrived in the inbox, in UTC.")]
[assembly: Term("mailedAt", "When the mail server took it, in UTC; null before, and without an address.")]
[assembly: Term("email", "Where messages also go by mail, at most 254 characters; null: nowhere.")]
