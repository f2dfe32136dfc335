using Ecosystem.ServiceDefaults;

[assembly: Term("target", "Code of an agency to which reports are forwarded.")]
