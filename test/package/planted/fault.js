const fs = require('fs');
setTimeout(() => process.exit(fs.length), 1);
