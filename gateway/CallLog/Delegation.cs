using System.Text.RegularExpressions;
using Ecosystem.EventSourcing;

namespace Ecosystem.Gateway.CallLog;

/// <summary>Whom a system says it acts for; kept in the log, never used to decide. Identifiers of the caller's own, not persons' numbers.</summary>
/// <param name="User">X-User-Id: the user of the calling system.</param>
/// <param name="Issue">X-Issue: the case that the call belongs to.</param>
/// <param name="Party">X-Represented-Party: the organisation that the caller stands in for.</param>
public sealed partial record Delegation(string? User, string? Issue, string? Party)
{
    private static readonly Problem Unfit = new(
        "unfit-delegation", 400, "X-User-Id, X-Issue and X-Represented-Party take 1 to 100 of letters, digits and . _ - / : @, and no number of 9 to 12 digits: personal numbers do not belong into a log.",
        "X-User-Id, X-Issue và X-Represented-Party gồm 1 đến 100 chữ cái, chữ số và . _ - / : @, không chứa dãy 9 đến 12 chữ số: số định danh cá nhân không được ghi vào nhật ký.");

    /// <exception cref="Refused">A header holds what does not belong there.</exception>
    public static Delegation? Of(IHeaderDictionary headers) =>
        (Read(headers, "X-User-Id"), Read(headers, "X-Issue"), Read(headers, "X-Represented-Party")) switch
        {
            (null, null, null) => null,
            var (user, issue, party) => new(user, issue, party),
        };

    private static string? Read(IHeaderDictionary headers, string name) => headers[name] switch
    {
        [] => null,
        [{ } value] when Fit().IsMatch(value) && !PersonalNumber().IsMatch(value) => value,
        _ => throw new Refused(Unfit),
    };

    [GeneratedRegex(@"^[A-Za-z0-9._\-/:@]{1,100}\z")]
    private static partial Regex Fit();

    [GeneratedRegex(@"(?<!\d)\d{9,12}(?!\d)")]
    private static partial Regex PersonalNumber();
}

/// <summary>Reads the headers early, so that unfit ones are refused before anything happens.</summary>
internal sealed class DelegationHeaders(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        http.Features.Set(Delegation.Of(http.Request.Headers));
        return next(http);
    }
}
