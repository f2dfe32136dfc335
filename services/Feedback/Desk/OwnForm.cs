using Microsoft.AspNetCore.Antiforgery;

namespace Ecosystem.Feedback.Desk;

/// <summary>A form that one of our own pages has sent. Whatever else comes, broken bodies too, is not one, and never an error of ours.</summary>
internal static class OwnForm
{
    public static async Task<(bool IsOurs, IFormCollection Form)> Read(HttpContext http, IAntiforgery antiforgery)
    {
        if (!http.Request.HasFormContentType) return (false, FormCollection.Empty);
        try
        {
            var isOurs = await antiforgery.IsRequestValidAsync(http);
            return (isOurs, await http.Request.ReadFormAsync(http.RequestAborted));
        }
        catch (Exception broken) when (broken is InvalidDataException or AntiforgeryValidationException)
        {
            return (false, FormCollection.Empty);
        }
    }
}
