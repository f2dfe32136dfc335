using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Attachments.Content;
using Ecosystem.Feedback.Attachments.Storage;
using Ecosystem.Feedback.Attachments.Uploads;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Mvc;

namespace Ecosystem.Feedback.Attachments;

/// <summary>Photos, short videos and documents of a report.</summary>
internal static class AttachmentRoutes
{
    public static void KeepAttachments(this StoreBuilder store) => store
        .Stream<ReportFiles, AttachmentEvent>("attachments", ReportFiles.New, ReportFiles.Evolve).View<ReportFiles>("attachments", ReportFiles.Fold)
        .Stream<Upload, UploadEvent>("upload", Upload.New, Upload.Evolve).View<UploadRow>("upload", UploadRow.Fold);

    public static void AddAttachments(this WebApplicationBuilder builder)
    {
        if (S3Settings.From(builder.Configuration, builder.Environment) is { } bucket) builder.Services.AddSingleton(bucket).AddSingleton<IFileStore, S3Bucket>();
        else builder.Services.AddSingleton<IFileStore, FileFolder>();
        builder.Services.AddSingleton<KeyedHash>().AddSingleton<AttachmentLinks>().AddSingleton<ImageTool>().AddSingleton<CleanFiles>()
            .AddSingleton<SealedFiles>().AddScoped<Attaching>().AddHostedService<ClearUploads>();
    }

    public static void MapAttachments(this IEndpointRouteBuilder app)
    {
        var most = new RequestSizeLimitAttribute(AddAttachment.MostInRequest);
        app.MapPost("/v1/reports/{id}/attachments", AddAttachment.Handle).RequireScope("feedback.read").WithSummary("Attach a photo, a short video or a PDF")
            .WithMetadata(most).DisableAntiforgery().WithFormOptions(memoryBufferThreshold: AddAttachment.MostInRequest, multipartBodyLengthLimit: AddAttachment.MostInRequest);
        app.MapGet("/v1/reports/{id}/attachments", ListAttachments.Handle).RequireScope("feedback.read").WithSummary("List what is attached, with links that last ten minutes");
        app.MapGet("/v1/attachments/{token}", FetchAttachment.Handle).AllowAnonymous().WithSummary("Fetch what a signed link leads to");
        app.MapPost("/v1/reports/{id}/attachments/uploads", StartUpload.Handle).RequireScope("feedback.read").WithSummary("Start an upload in parts, which can be resumed");
        app.MapGet("/v1/reports/{id}/attachments/uploads/{upload}", ReadUpload.Handle).RequireScope("feedback.read").WithSummary("See which parts have arrived");
        app.MapPut("/v1/reports/{id}/attachments/uploads/{upload}/parts/{number}", StorePart.Handle).RequireScope("feedback.read").WithSummary("Send one part of an upload").WithMetadata(most);
        app.MapPost("/v1/reports/{id}/attachments/uploads/{upload}/completion", CompleteUpload.Handle).RequireScope("feedback.read").WithSummary("Put the parts together and attach the file");
    }
}
