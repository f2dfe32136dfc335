using Ecosystem.Feedback.DataRequests;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Reports;

/// <summary>A citizen's right to deletion (Law 91/2025/QH15, art. 4): the key is destroyed, so the words are gone and the facts stay.</summary>
public static class ErasePersonalData
{
    public static async Task<NoContent> Handle(Citizen by, ErasePerson erase, CancellationToken ct)
    {
        await erase.Of(by.Id, ct);
        return TypedResults.NoContent();
    }
}
