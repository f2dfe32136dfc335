using Ecosystem.ServiceDefaults;

[assembly: Term("answers", "What is said to the category's questions: each question's code with a list of texts, one but where several values may be chosen.")]
