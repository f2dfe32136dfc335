using Ecosystem.Feedback.Attachments;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

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

    /// <summary>Before the form is read: it may be as large as the API takes a file, and is kept in memory, for a photo shall not lie on the disk.</summary>
    public static void TakeFile(HttpContext http)
    {
        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = AddAttachment.MostInRequest;
        http.Features.Set<IHttpMaxRequestBodySizeFeature>(new Settled());
        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new() { MemoryBufferThreshold = AddAttachment.MostInRequest, MultipartBodyLengthLimit = AddAttachment.MostInRequest }));
    }

    /// <summary>The API's endpoint says the same limit once the form was read; the server would warn that this is too late.</summary>
    private sealed class Settled : IHttpMaxRequestBodySizeFeature
    {
        public bool IsReadOnly => false;

        public long? MaxRequestBodySize { get; set; }
    }
}
