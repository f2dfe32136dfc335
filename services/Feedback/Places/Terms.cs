using Ecosystem.ServiceDefaults;

[assembly: Term("spot", "Where it is in WGS 84, as everybody may know it: where the category is sensitive, only the middle of a cell of some 200 m; null where no position was given.")]
