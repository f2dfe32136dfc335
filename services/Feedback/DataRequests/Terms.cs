using Ecosystem.ServiceDefaults;

[assembly: Term("consent", "What the reporter agreed to with the report, kept as evidence; left out: nothing was asked.")]
