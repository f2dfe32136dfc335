using System.Collections.Concurrent;
using System.Net.Mail;
using System.Text;
using Mail = System.Net.Mail.MailMessage;

namespace Ecosystem.Notifications;

/// <summary>The SMTP server at ECOSYSTEM_SMTP (smtp://host:port), from ECOSYSTEM_MAIL_FROM; where none is named, no mail is sent.</summary>
public sealed class Mailer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly SmtpStatusCode[] ForGood = [SmtpStatusCode.MailboxUnavailable, SmtpStatusCode.MailboxNameNotAllowed, SmtpStatusCode.UserNotLocalTryAlternatePath];

    /// <summary>What the server said to mails that are not noted in the store yet, so that a store that fails does not mean a mail with each retry.</summary>
    private readonly ConcurrentDictionary<Guid, bool> unnoted = new();

    private readonly Uri? server;
    private readonly string from;

    /// <exception cref="InvalidOperationException">The settings cannot work: said at start, not with the first mail.</exception>
    public Mailer(IConfiguration configuration)
    {
        from = configuration["ECOSYSTEM_MAIL_FROM"] ?? "";
        if (configuration["ECOSYSTEM_SMTP"] is not { Length: > 0 } smtp) return;
        server = Uri.TryCreate(smtp, UriKind.Absolute, out var address) && address is { Scheme: "smtp", Port: > 0 } ? address
            : throw new InvalidOperationException("ECOSYSTEM_SMTP must be an address such as smtp://127.0.0.1:25");
        if (!MailAddress.TryCreate(from, out _)) throw new InvalidOperationException("ECOSYSTEM_MAIL_FROM must be the e-mail address from which mail is sent.");
    }

    public bool IsSetUp => server is not null;

    /// <returns>False when the address does not exist, for good.</returns>
    /// <exception cref="MailNotSent">The server cannot be reached or says no for now.</exception>
    public async Task<bool> Send(Guid messageId, string address, Text text, CancellationToken ct)
    {
        if (unnoted.TryGetValue(messageId, out var earlier)) return earlier;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        using var mail = Compose(messageId, address, text);
        try
        {
            return unnoted[messageId] = await Deliver(mail, limit.Token);
        }
        catch (Exception failure) when (failure is SmtpException || !ct.IsCancellationRequested)
        {
            throw new MailNotSent(failure);
        }
    }

    public void Noted(Guid messageId) => unnoted.TryRemove(messageId, out _);

    /// <remarks>Once the mail's text is handed over, the client itself cannot be told to stop waiting for the answer: a server that says nothing would hold it for ever.</remarks>
    private async Task<bool> Deliver(Mail mail, CancellationToken ct)
    {
        using var client = new SmtpClient(server!.Host, server.Port);
        try
        {
            await client.SendMailAsync(mail, ct).WaitAsync(ct);
            return true;
        }
        catch (SmtpFailedRecipientException refused) when (ForGood.Contains(refused.StatusCode))
        {
            return false;
        }
    }

    /// <summary>The Message-ID is the message's own: should a crash between sending and noting it make a second mail, mail programs recognise it.</summary>
    private Mail Compose(Guid messageId, string address, Text text) => new(from, address)
    {
        Subject = text.Subject,
        SubjectEncoding = Encoding.UTF8,
        Body = text.Body,
        BodyEncoding = Encoding.UTF8,
        Headers = { ["Message-ID"] = $"<{messageId}@ecosystem>", ["Auto-Submitted"] = "auto-generated" },
    };
}

/// <summary>Says what kind of failure it was and no more: a server's own words can hold the address, and errors are logged and kept.</summary>
public sealed class MailNotSent(Exception failure) : Exception(
    failure is SmtpException smtp ? $"The SMTP server did not take the mail: {smtp.StatusCode}." : $"The SMTP server did not take the mail: {failure.GetType().Name}.");
