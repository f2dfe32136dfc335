namespace Ecosystem.Local;

/// <summary>Something the person at the keyboard can understand and repair; printed without a stack trace.</summary>
public sealed class LocalProblem(string message) : Exception(message);
