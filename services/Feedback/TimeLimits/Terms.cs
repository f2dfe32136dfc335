using Ecosystem.ServiceDefaults;

[assembly: Term("rules", "Limits by category, source and severity, each limit from the most special rule that fits and has it.")]
[assembly: Term("firstResponse", "From the submission to the first response, whoever gives it.")]
[assembly: Term("update", "From one news for the citizen to the next, until the answer; null: no news is due before the answer.")]
[assembly: Term("resolution", "From the submission to the answer.")]
[assembly: Term("waiting", "The most that all pauses of a report may take together.")]
[assembly: Term("extension", "How far an interim answer may put off the answer.")]
[assembly: Term("ladder", "How long after a missed deadline who hears of it; the head of the unit in charge, level 1, hears at once.")]
[assembly: Term("coordinatingUnit", "Level 2, the province's coordinating unit.")]
[assembly: Term("chair", "Level 3, the chair of the province's People's Committee.")]
[assembly: Term("amount", "0 to 1,000; 0 = at once.")]
