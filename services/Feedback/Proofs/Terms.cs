using Ecosystem.ServiceDefaults;

[assembly: Term("day", "A day in Viet Nam, e.g. 2026-11-22.")]
