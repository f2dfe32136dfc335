using Microsoft.AspNetCore.Http;

namespace Ecosystem.ServiceDefaults;

/// <summary>Bodies that are read more than once.</summary>
internal static class KeptBody
{
    private const int MostInMemory = 16 * 1024 * 1024; // bytes: a photo shall not lie on the disk

    /// <summary>Kestrel's limit, or the endpoint's own, keeps it small enough for memory. After reading, set its position to 0.</summary>
    public static void KeepBody(this HttpRequest request) =>
        request.EnableBuffering(bufferThreshold: (int)Math.Min(request.ContentLength ?? MostInMemory, MostInMemory));
}
