using System.Net;
using System.Text.Json;

namespace Ecosystem.Local;

internal static class NotificationChapter
{
    private static readonly TimeSpan Delivery = TimeSpan.FromSeconds(30);

    public static async Task Play(Stage stage, Cast cast, Mail mail, CancellationToken ct)
    {
        await stage.Step("The ward has the directive, in Vietnamese", () => Inbox(cast.Ward, 1, Of(cast.DirectiveTitle), ct), Subjects);
        await stage.Step("The elderly resident has a place", () => Inbox(cast.Residents[3], 1, Of("place-given"), ct), Subjects);
        await stage.Step("The third resident has a waiting number", () => Inbox(cast.Residents[2], 1, Of("place-on-waiting-list"), ct), Subjects);
        await stage.Step("The reporter has the receipt and the answer, in English", () => Inbox(cast.Reporter, 2, _ => true, ct), Subjects);
        await stage.Step("The same two, live over server-sent events", () => LiveInbox.Read(cast.Reporter, 2, Delivery, ct), ids => $"positions {string.Join(", ", ids)}");
        await stage.Step("And the same two by mail", () => Mails(mail, cast.ReporterMail, ct), mails => string.Join("; ", mails.Select(one => one.Subject)));
    }

    /// <summary>Waits until as many messages as expected are there; one more would be one too many.</summary>
    private static async Task<IReadOnlyList<JsonElement>> Inbox(Client client, int count, Func<JsonElement, bool> wanted, CancellationToken ct)
    {
        IReadOnlyList<JsonElement> found = [];
        await Wait.For(async _ =>
        {
            found = [.. (await client.Get("v1/inbox?limit=200")).Expect(HttpStatusCode.OK).Items.EnumerateArray().Where(wanted)];
            return found.Count >= count;
        }, Delivery, ct);
        Check.That(found.Count == count, $"{found.Count} messages instead of {count}");
        return found;
    }

    private static Func<JsonElement, bool> Of(string text) => message =>
        Field(message, "subject").Contains(text, StringComparison.Ordinal) || Field(message, "template") == text;

    private static string Subjects(IReadOnlyList<JsonElement> messages) => string.Join("; ", messages.Select(message => Field(message, "subject")));

    private static string Field(JsonElement message, string name) => message.GetProperty(name).GetString()!;

    private static async Task<IReadOnlyList<ReceivedMail>> Mails(Mail mail, string address, CancellationToken ct)
    {
        await Wait.Until(async token => (await mail.To(address, token)).Count >= 2, $"The second mail to {address}", Delivery, ct);
        var mails = await mail.To(address, ct);
        Check.That(mails.Count == 2, $"{mails.Count} mails instead of 2");
        return mails;
    }
}
