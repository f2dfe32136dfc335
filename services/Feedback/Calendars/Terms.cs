using Ecosystem.ServiceDefaults;

[assembly: Term("decision", "Number of the decision that fixes it, as on the paper, 1 to 100 characters.")]
[assembly: Term("validFrom", "Local date, YYYY-MM-DD, from whose beginning it is in force.")]
[assembly: Term("days", "Days that are not as their weekday says.")]
[assembly: Term("date", "Local date, YYYY-MM-DD.")]
[assembly: Term("kind", "working, holiday, halfDay (only the morning is worked) or makeUp (a day of rest that is worked for another).")]
[assembly: Term("hours", "Office hours of a full day, local time; left out in a change: as before.")]
[assembly: Term("morningFrom", "Local time, such as 07:30:00.")]
[assembly: Term("morningTo", "Local time, such as 11:30:00.")]
[assembly: Term("afternoonFrom", "Local time, such as 13:30:00.")]
[assembly: Term("afternoonTo", "Local time, such as 17:00:00.")]
