using System.Text.Json.Nodes;

namespace Ecosystem.UnitTests.Documents;

/// <summary>Services are deployed one by one, and messages wait in queues: a contract only ever grows.</summary>
public class MessagesTests
{
    private const string Document = "docs/api/messages.json";

    private static readonly Func<string, string>[] Breaks =
    [
        text => text.Replace("\"waitingNumber\"", "\"number\"", StringComparison.Ordinal),
        text => text.Replace("\"integer\"", "\"string\"", StringComparison.Ordinal),
        text => text.Replace("Ecosystem.Contracts:Waiting", "Ecosystem.Messages:Waiting", StringComparison.Ordinal),
        text => text.Replace("\"Waiting\":", "\"Queued\":", StringComparison.Ordinal),
    ];

    private const string Sample =
        """
        {"channels":{"Waiting":{"address":"Ecosystem.Contracts:Waiting"}},
         "components":{"schemas":{"Waiting":{"type":"object","properties":{"waitingNumber":{"type":"integer"}}}}}}
        """;

    [Fact]
    public void The_document_is_what_the_contracts_say_and_breaks_nothing()
    {
        var now = MessagesDocument.Make();

        if (CheckedIn.Read(Document) is { } earlier) Assert.Empty(BreakingChanges.Between(JsonNode.Parse(earlier)!, now));
        CheckedIn.Holds(Document, MessagesDocument.Write(now));
    }

    [Fact]
    public void What_is_removed_renamed_moved_or_retyped_breaks() =>
        Assert.All(Breaks, change => Assert.Single(BreakingChanges.Between(JsonNode.Parse(Sample)!, JsonNode.Parse(change(Sample))!)));

    [Fact]
    public void What_is_added_breaks_nothing() => Assert.Empty(BreakingChanges.Between(
        JsonNode.Parse(Sample)!,
        JsonNode.Parse(Sample.Replace("{\"waitingNumber\"", "{\"place\":{\"type\":\"string\"},\"waitingNumber\"", StringComparison.Ordinal))!));
}
